// What a reception device recorded and has not sent yet, and the tickets it knows without network. Both live in the
// browser's own database, so that they outlast a reload and a closed page. No names are kept.

const NAME = "jimoto-reception";
const BATCH = 200;
const PATIENCE_MS = 15_000;
/** Answers after which an entry needs nobody's eyes any more. */
const SETTLED = ["made", "repeated", "already", "undone", "corrected", "nothing-to-undo"];

let opened;

/** The database, or null where the browser keeps none (then everything lives as long as the page). */
function open() {
  opened ??= new Promise((resolve) => {
    let request;
    try {
      request = indexedDB.open(NAME, 1);
    } catch {
      return resolve(null);
    }
    request.addEventListener("upgradeneeded", () => {
      request.result.createObjectStore("entries", { keyPath: "entry" });
      request.result.createObjectStore("lists", { keyPath: "event" });
    });
    request.addEventListener("success", () => resolve(request.result));
    for (const trouble of ["error", "blocked"]) request.addEventListener(trouble, () => resolve(null));
  });
  return opened;
}

const memory = { entries: new Map(), lists: new Map() };

/** Runs one request on a store; the answer is there when the transaction is safely written. */
async function run(store, mode, act, inMemory) {
  const database = await open();
  if (!database) return inMemory(memory[store]);
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = act(transaction.objectStore(store));
    transaction.addEventListener("complete", () => resolve(request.result));
    for (const trouble of ["error", "abort"])
      transaction.addEventListener(trouble, () => reject(transaction.error));
  });
}

const put = (store, value) =>
  run(
    store,
    "readwrite",
    (on) => on.put(value),
    (map) => map.set(value.entry ?? value.event, value),
  );
const remove = (store, key) =>
  run(
    store,
    "readwrite",
    (on) => on.delete(key),
    (map) => map.delete(key),
  );
const all = (store) =>
  run(
    store,
    "readonly",
    (on) => on.getAll(),
    (map) => [...map.values()],
  );

/** True when what is recorded outlasts the page. */
export const isLasting = async () => (await open()) !== null;

/** The device's entries of an event, the oldest first. */
export async function listEntries(event) {
  const entries = await all("entries");
  return entries.filter((one) => one.event === event).sort((a, b) => a.order - b.order);
}

let last = 0;

/** Keeps a new entry; from here on it is not lost. */
export async function addEntry(event, facts) {
  last = Math.max(Date.now(), last + 1);
  const entry = {
    ...facts,
    event,
    entry: crypto.randomUUID(),
    at: new Date().toISOString(),
    order: last,
    state: "waiting",
    tries: 0,
  };
  await put("entries", entry);
  return entry;
}

export const forgetEntry = (entry) => remove("entries", entry);

/** The list of tickets of an event as the device knows it; null before it was ever read. */
export async function readList(event) {
  return (await all("lists")).find((list) => list.event === event) ?? null;
}

export const keepList = (event, facts) => put("lists", { event, ...facts });

/** Notes on the device that a ticket's people came, so that a second scan without network says so. */
export async function markCame(event, code) {
  const list = await readList(event);
  const ticket = list?.tickets.find((one) => one.code === code);
  if (!ticket || ticket.came) return;
  ticket.came = true;
  await put("lists", list);
}

/**
 * Forgets the tickets of events whose last day is over, and their entries that were sent. What was not sent stays, however
 * old it is. Gives back the events that were forgotten.
 */
export async function forgetPast(today) {
  const over = (await all("lists")).filter((list) => list.keepUntil < today).map((list) => list.event);
  for (const event of over) {
    await remove("lists", event);
    for (const one of await listEntries(event))
      if (one.state !== "waiting") await remove("entries", one.entry);
  }
  return over;
}

/** Forgets everything about an event. */
export async function forgetEvent(event) {
  await remove("lists", event);
  for (const one of await listEntries(event)) await remove("entries", one.entry);
}

/**
 * Sends what waits, the oldest first, at most one sending at a time over all open pages. Every entry can be sent again:
 * the server knows its id and counts nobody twice. Gives back how it went: "sent" (with the server's answers and counts),
 * "nothing", "busy", "signed-out", "forbidden" or "failed" (no network, or the server is not well).
 */
export async function sendEntries(event, address) {
  const send = () => sendNow(event, address);
  if (!navigator.locks) return send();
  return navigator.locks.request(`${NAME}/${event}`, send);
}

async function sendNow(event, address) {
  const answers = [];
  let counts;
  for (;;) {
    const waiting = (await listEntries(event)).filter((one) => one.state === "waiting").slice(0, BATCH);
    if (waiting.length === 0) return { how: answers.length > 0 ? "sent" : "nothing", answers, counts };
    for (const one of waiting) await put("entries", { ...one, tries: one.tries + 1 });
    const response = await post(address, waiting.map(forServer));
    if (!response) return { how: "failed", answers, counts };
    if (response.status === 401) return { how: "signed-out", answers, counts };
    if (response.status === 403) return { how: "forbidden", answers, counts };
    const body = response.ok ? await response.json().catch(() => null) : null;
    if (!body) return { how: "failed", answers, counts };
    counts = body.counts;
    for (const answer of body.answers) await settle(waiting, answer);
    answers.push(...body.answers);
    // An answer that settles nothing would be asked for ever.
    if (!body.answers.some((answer) => waiting.some((one) => one.entry === answer.entry)))
      return { how: "failed", answers, counts };
  }
}

/** What the server is told of an entry. */
function forServer({ entry, kind, at, code, registrationId, category, headCount, of, checkInId }) {
  return { entry, kind, at, code, registrationId, category, headCount, of, checkInId };
}

async function post(address, entries) {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ entries }),
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: "error",
    });
  } catch {
    return null;
  }
}

/** Keeps the answer beside its entry, without the name that came with it. */
async function settle(waiting, told) {
  const answer = { ...told };
  delete answer.name;
  const sent = waiting.find((one) => one.entry === answer.entry);
  // It may have been forgotten on this device while it was on its way.
  const one = sent && (await listEntries(sent.event)).find((kept) => kept.entry === sent.entry);
  if (!one) return;
  const isSettled = SETTLED.includes(answer.answer);
  if (isSettled && one.code) await markCame(one.event, one.code);
  await put("entries", { ...one, state: isSettled ? "sent" : "refused", answer });
}
