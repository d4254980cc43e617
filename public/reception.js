// The reception page while there is network and while there is none. Without this file its forms work one by one.

import * as queue from "./reception-queue.js";

const desk = document.getElementById("reception");
const words = JSON.parse(document.getElementById("reception-words").textContent);
const { event } = desk.dataset;
const address = `/staff/events/${encodeURIComponent(event)}/check-ins`;
const page = location.pathname;
const CACHE = "jimoto-reception";

const COUNTS_EVERY_MS = 10_000;
const TICKETS_EVERY_MS = 60_000;
const PATIENCE_MS = 4000;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;

const byId = (id) => document.getElementById(id);
const say = (text, values = {}) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const people = (count) => say(words.people, { count: Number(count).toLocaleString("ja-JP") });
const timeOf = (instant) =>
  new Date(instant).toLocaleTimeString("ja-JP", {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "Asia/Tokyo",
  });
/** Today in Japan, YYYY-MM-DD. */
const today = () => new Date(Date.now() + 9 * 3600_000).toISOString().slice(0, 10);

/** The ticket's code in what was typed or scanned, and the event that a scanned address names. */
function readCode(text) {
  const plain = text.normalize("NFKC").trim();
  const [, code = plain] = /[?&]ticket=([^&#\s]+)/i.exec(plain) ?? [];
  const [, named] = /\/staff\/events\/([^/?#]+)/.exec(plain) ?? [];
  const bare = code.replace(/[\s\-‐‑–—−ー_.]/g, "").toUpperCase();
  return { code: /^[0-9A-Z]{8}$/.test(bare) ? bare : null, event: named ?? null };
}
const showCode = (code) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A whole number of people, or undefined for an empty field, or null for anything else. */
function readCount(text) {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  if (plain === "") return undefined;
  const count = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
  return count >= 1 && count <= 300 ? count : null;
}

// ── What is said about an answer ──────────────────────────────────────────────────────────────────────────────────────

const LOOKS = {
  good: ["border-success-2", "text-success-2"],
  careful: ["border-warning-orange-2", "text-warning-orange-2"],
  bad: ["border-error-2", "text-error-2"],
};

/** The entry that the shown answer is about, while its answer is still to come. */
let shownEntry = null;

/** Shows one answer where the eyes are; `acts` are buttons with what they do, `group` is an entry whose count can change. */
function answer(look, title, text = "", acts = [], group = null) {
  shownEntry = null;
  const box = byId("answer-box").content.cloneNode(true);
  const part = (name) => box.querySelector(`[data-part=${name}]`);
  part("box").classList.add(...LOOKS[look]);
  part("title").textContent = title;
  part("text").textContent = text;
  for (const [label, act] of acts) {
    const button = byId("answer-act").content.firstElementChild.cloneNode(true);
    button.textContent = label;
    button.addEventListener("click", () => {
      button.remove();
      void act();
    });
    part("acts").append(button);
  }
  if (group) part("acts").append(countForm(group));
  byId("answer").replaceChildren(box);
  navigator.vibrate?.(look === "good" ? 60 : [80, 60, 80]);
}

/** How many of a group came, put right where the group was just checked in. */
function countForm({ entry, headCount }) {
  const form = byId("answer-count").content.firstElementChild.cloneNode(true);
  form.elements.came.value = headCount;
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const count = readCount(form.elements.came.value);
    if (count) void correct(entry, count);
    else answer("bad", words.badHeadCount, "", [], { entry, headCount });
  });
  return form;
}

const whoOf = ({ category, headCount, registered, name }) =>
  [
    name,
    category && words.categories[category],
    headCount && people(headCount),
    registered && registered !== headCount ? say(words.registeredPeople, { count: registered }) : "",
  ]
    .filter(Boolean)
    .join(" ");

/** The words for a refusal; undefined for an answer that is none. */
function refusalOf({ answer: kind, eventTitle, free }) {
  const seats = free === undefined ? "" : say(words.free, { count: free });
  return {
    unknown: words.unknown,
    unreadable: words.unreadable,
    "other-event": eventTitle ? say(words.otherEvent, { title: eventTitle }) : words.otherEventUnnamed,
    cancelled: words.cancelled,
    waiting: say(words.waiting, { free: free ?? "" }),
    offered: say(words.offered, { free: seats }),
    expired: say(words.expired, { free: free ?? "" }),
    "not-the-day": words.notTheDay,
    "not-open": words.notOpen,
  }[kind];
}

function showAnswer(entry, result) {
  const refusal = refusalOf(result);
  if (refusal) return answer("bad", refusal, entry.code ? showCode(entry.code) : "");
  if (result.answer === "already")
    return answer("careful", say(words.already, { time: timeOf(result.at) }), whoOf(result));
  if (result.answer === "repeated") return answer("careful", words.repeated, whoOf(result));
  if (result.answer === "undone") return answer("good", words.undone);
  if (result.answer === "corrected") return answer("good", words.corrected, people(entry.headCount));
  if (result.answer === "nothing-to-undo") return answer("careful", words.nothingToUndo);
  const companions = (result.companions ?? []).map((one) => [
    `${words.checkInCompanion}:${say(words.companions, { who: whoOf(one) })}`,
    () => record({ kind: "registration", registrationId: one.registrationId, shown: whoOf(one) }),
  ]);
  const group = result.registered > 1 ? { entry, headCount: result.headCount } : null;
  answer("good", words.made, whoOf(result), [[words.undo, () => undo(entry)], ...companions], group);
}

// ── Recording ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Keeps an entry on the device, tries to send it and says what became of it. */
async function record(facts) {
  const entry = await queue.addEntry(event, facts);
  await showRecords();
  const sending = navigator.onLine ? send() : Promise.resolve(null);
  const slow = new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  const sent = await Promise.race([sending, slow]);
  const result = sent?.answers?.find((one) => one.entry === entry.entry);
  if (result) return showAnswer(entry, result);
  // The answer may be there although another sending of this page brought it.
  const kept = (await queue.listEntries(event)).find((one) => one.entry === entry.entry);
  if (kept?.answer) return showAnswer(kept, kept.answer);
  if (!kept) return;
  if (entry.kind === "undo") return answer("careful", words.undoing);
  if (entry.kind === "count")
    return answer("good", `${words.corrected}${words.notSent}`, people(entry.headCount));
  const unknown = facts.unknown ? words.keptUnknown : "";
  const who = facts.shown ?? whoOf(facts);
  const group = facts.isGroup ? { entry, headCount: facts.headCount ?? facts.groupOf } : null;
  const text = [who, unknown].filter(Boolean).join(" ");
  answer("good", words.kept, text, [[words.undo, () => undo(entry)]], group);
  shownEntry = entry;
  if (entry.code) await queue.markCame(event, entry.code);
  scheduleSend();
}

/** A ticket's code: what the device knows by itself is said at once only while there is no network. */
async function recordTicket(text, headCount) {
  const read = readCode(text);
  if (read.event && read.event !== encodeURIComponent(event)) return answer("bad", words.otherEventUnnamed);
  if (!read.code) return answer("bad", text.includes("/") ? words.unreadable : words.wrongCode);
  const facts = { kind: "ticket", code: read.code, headCount };
  if (isConnected) return record(facts);
  const list = await queue.readList(event);
  const ticket = list?.tickets.find((one) => one.code === read.code);
  const waits = (await queue.listEntries(event)).some(
    (one) => one.code === read.code && one.state === "waiting",
  );
  if (ticket?.came || waits)
    return answer("careful", words.alreadyHere, ticket ? whoOf(ticket) : showCode(read.code));
  if (ticket && ticket.state !== "registered") return answer("bad", refusalOf({ answer: ticket.state }));
  const came = headCount ?? ticket?.headCount;
  const shown = ticket && whoOf({ ...ticket, headCount: came, registered: ticket.headCount });
  const isGroup = ticket?.headCount > 1;
  return record({ ...facts, shown, isGroup, groupOf: ticket?.headCount, unknown: Boolean(list) && !ticket });
}

/** Takes an entry of this device back. One that was never on its way is simply forgotten. */
async function undo(entry) {
  const kept = (await queue.listEntries(event)).find((one) => one.entry === entry.entry);
  if (!kept) return;
  if (kept.state === "waiting" && kept.tries === 0) {
    await queue.forgetEntry(kept.entry);
    if (kept.code) await unmark(kept.code);
    answer("good", words.undone);
    return showRecords();
  }
  if (kept.code) await unmark(kept.code);
  return record({ kind: "undo", of: kept.entry, checkInId: kept.answer?.checkInId });
}

/** Puts the number of people of an entry right. */
async function correct(entry, headCount) {
  const kept = (await queue.listEntries(event)).find((one) => one.entry === entry.entry);
  if (kept) await record({ kind: "count", of: kept.entry, checkInId: kept.answer?.checkInId, headCount });
}

async function unmark(code) {
  const list = await queue.readList(event);
  const ticket = list?.tickets.find((one) => one.code === code);
  if (ticket) ticket.came = false;
  if (list) await queue.keepList(event, list);
}

// ── Sending ───────────────────────────────────────────────────────────────────────────────────────────────────────────

let isConnected = navigator.onLine;
let retryAfter = FIRST_RETRY_MS;
let retry;

async function send() {
  clearTimeout(retry);
  // The event `online` comes when it is worth trying again.
  if (!navigator.onLine) return { how: "failed", answers: [] };
  const sent = await queue.sendEntries(event, address);
  if (sent.counts) showCounts(sent.counts);
  const isDenied = sent.how === "signed-out" || sent.how === "forbidden";
  showSignIn(isDenied ? sent.how : null);
  if (sent.how === "sent" || isDenied) setConnected(true);
  if (sent.how === "sent" || sent.how === "nothing") retryAfter = FIRST_RETRY_MS;
  if (sent.how === "failed") {
    setConnected(false);
    scheduleSend();
  }
  await showRecords();
  const told = shownEntry && sent.answers.find((one) => one.entry === shownEntry.entry);
  if (told) showAnswer(shownEntry, told);
  return sent;
}

/** Tries again later, each time after twice the time, with some chance so that several devices do not come at once. */
function scheduleSend() {
  clearTimeout(retry);
  retry = setTimeout(() => void send(), retryAfter * (0.75 + Math.random() / 2));
  retryAfter = Math.min(retryAfter * 2, LONGEST_RETRY_MS);
}

function setConnected(next) {
  isConnected = next;
  byId("connection").textContent = next ? words.online : words.offline;
  byId("connection").classList.toggle("text-error-2", !next);
}

function showSignIn(how) {
  const line = byId("sign-in");
  line.hidden = how === null;
  if (how === null) return;
  const link = document.createElement("a");
  link.href = `/login?next=${encodeURIComponent(page)}`;
  link.textContent = words.signInLink;
  link.className = "ml-2 text-blue-1000 underline underline-offset-4";
  line.replaceChildren(how === "forbidden" ? words.forbidden : words.signIn, link);
}

// ── What the page shows ───────────────────────────────────────────────────────────────────────────────────────────────

const SHOWN_RECORDS = 20;

async function showRecords() {
  const entries = await queue.listEntries(event);
  const waiting = entries.filter((one) => one.state === "waiting").length;
  const refused = entries.filter((one) => one.state === "refused").length;
  const unsent = waiting === 0 ? words.unsentNone : say(words.unsent, { count: waiting });
  const text = refused === 0 ? unsent : `${unsent} ${say(words.refusedCount, { count: refused })}`;
  if (byId("unsent").textContent !== text) byId("unsent").textContent = text;
  byId("send-now").hidden = waiting === 0;
  const undone = new Map(entries.filter((one) => one.kind === "undo").map((one) => [one.of, one]));
  const counts = new Map(entries.filter((one) => one.kind === "count").map((one) => [one.of, one.headCount]));
  const shown = entries
    .filter((one) => one.kind !== "undo" && one.kind !== "count")
    .toReversed()
    .slice(0, SHOWN_RECORDS);
  byId("records-none").hidden = shown.length > 0;
  byId("records-list").replaceChildren(
    ...shown.map((entry) => recordLine(entry, undone.get(entry.entry), counts.get(entry.entry))),
  );
}

function recordLine(entry, undoing, corrected) {
  const line = byId("record-line").content.firstElementChild.cloneNode(true);
  const part = (name) => line.querySelector(`[data-part=${name}]`);
  const code = entry.code ? showCode(entry.code) : "";
  const told = entry.answer?.category ? entry.answer : entry;
  const facts = corrected ? { ...told, headCount: corrected } : told;
  const label = entry.kind === "walk-in" ? words.walkIn : code;
  part("text").textContent = [timeOf(entry.at), label, (facts.category && whoOf(facts)) || entry.shown]
    .filter(Boolean)
    .join(" ");
  const state = { waiting: words.notSent, sent: words.sent, refused: words.refused }[entry.state];
  part("state").textContent = undoing ? (undoing.state === "waiting" ? words.undoing : words.undone) : state;
  part("state").classList.add(...LOOKS[{ waiting: "careful", sent: "good", refused: "bad" }[entry.state]]);
  part("why").textContent = entry.state === "refused" ? refusalOf(entry.answer) : "";
  const button = part("act");
  button.hidden = Boolean(undoing) || entry.answer?.answer === "already";
  button.textContent = entry.state === "refused" ? words.dismiss : words.undo;
  button.setAttribute("aria-label", `${button.textContent}: ${part("text").textContent}`);
  button.addEventListener("click", async () => {
    if (entry.state !== "refused") return undo(entry);
    await queue.forgetEntry(entry.entry);
    return showRecords();
  });
  return line;
}

function showCounts(counts) {
  const total = { registered: 0, checkedIn: 0 };
  const fill = (row, values) => {
    for (const part of ["registered", "checkedIn"])
      row.querySelector(`[data-part=${part}]`).textContent = values[part].toLocaleString("ja-JP");
  };
  for (const category of Object.keys(words.categories)) {
    const one = counts.find((count) => count.category === category);
    const row = document.querySelector(`[data-count=${category}]`);
    row.hidden = !one;
    if (!one) continue;
    fill(row, one);
    total.registered += one.registered;
    total.checkedIn += one.checkedIn;
  }
  fill(document.querySelector("[data-count=total]"), total);
  const sign = JSON.stringify(counts);
  if (countsSign !== null && sign !== countsSign) void showRecent();
  countsSign = sign;
}

let countsSign = null;

/** The newest check-ins of all desks, taken from the page itself when the counts have changed. */
async function showRecent() {
  const shown = () => byId("recent")?.closest("section");
  if (!shown() || shown().contains(document.activeElement)) return;
  const response = await fetch(page, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!response?.ok || response.redirected) return;
  const next = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("recent");
  if (next && !shown().contains(document.activeElement)) shown().replaceWith(next.closest("section"));
}

let ticketsAt = 0;

/** New counts, and once a minute the tickets for the time without network. */
async function refresh() {
  if (document.visibilityState !== "visible") return;
  if (!navigator.onLine) return setConnected(false);
  const withTickets = desk.dataset.open === "true" && Date.now() - ticketsAt > TICKETS_EVERY_MS;
  try {
    const response = await fetch(withTickets ? `${address}?tickets` : address, {
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(COUNTS_EVERY_MS),
    });
    setConnected(true);
    if (response.redirected || response.status === 401) return showSignIn("signed-out");
    if (!response.ok) return;
    const { counts, tickets, keepUntil } = await response.json();
    showSignIn(null);
    showCounts(counts);
    if (!tickets) return;
    ticketsAt = Date.now();
    await queue.keepList(event, { tickets, keepUntil });
  } catch {
    setConnected(false);
  }
}

// ── Forms and buttons ─────────────────────────────────────────────────────────────────────────────────────────────────

const TAKERS = {
  async ticket(form) {
    const count = readCount(form.elements.came.value);
    if (count === null) return answer("bad", words.badHeadCount);
    if (!readCode(form.elements.ticket.value).code) return answer("bad", words.wrongCode);
    const { value } = form.elements.ticket;
    form.reset();
    form.elements.ticket.value = "";
    await recordTicket(value, count);
    form.elements.ticket.focus();
  },
  async registration(form) {
    const count = readCount(form.elements.came?.value ?? "");
    if (count === null) return answer("bad", words.badHeadCount);
    const { value: registrationId } = form.elements.registrationId;
    byId("ticket-form").scrollIntoView();
    await record({ kind: "registration", registrationId, headCount: count });
  },
  async "walk-in"(form) {
    const headCount = readCount(form.elements.headCount.value);
    if (!headCount) return answer("bad", words.badHeadCount);
    const { value: category } = form.elements.category;
    form.elements.headCount.value = "1";
    await record({ kind: "walk-in", category, headCount });
  },
};

document.addEventListener(
  "submit",
  (submitted) => {
    const form = submitted.target;
    const take = TAKERS[form.dataset.reception];
    if (take) {
      submitted.preventDefault();
      submitted.stopPropagation();
      void take(form);
    } else if (form.method === "post" && !navigator.onLine) {
      submitted.preventDefault();
      submitted.stopPropagation();
      answer("bad", form.dataset.reception === "online" ? words.nameOffline : words.formOffline);
      byId("ticket-form").scrollIntoView();
    }
  },
  { capture: true },
);

byId("send-now").addEventListener("click", () => void send());
byId("wipe").addEventListener("click", async () => {
  const waiting = (await queue.listEntries(event)).filter((one) => one.state === "waiting").length;
  if (waiting > 0 && !window.confirm(say(words.wipeConfirm, { count: waiting }))) return;
  await forget(event);
  ticketsAt = Date.now();
  answer("good", words.wiped);
  await showRecords();
});

/** Takes everything about an event off the device: entries, tickets, the kept page and its worker. */
async function forget(id) {
  await queue.forgetEvent(id);
  await forgetPage(id);
}

async function forgetPage(id) {
  const path = `/staff/events/${encodeURIComponent(id)}/reception`;
  await (await window.caches?.open(CACHE))?.delete(path);
  const worker = await navigator.serviceWorker?.getRegistration(path);
  if (worker?.scope.endsWith(path)) await worker.unregister();
}

// ── Camera ────────────────────────────────────────────────────────────────────────────────────────────────────────────

let camera = null;

/** A scanned ticket; a number of people that was typed before belongs to it. */
async function takeScan(text) {
  const field = document.querySelector("[data-reception=ticket]").elements.came;
  const count = readCount(field.value);
  if (count === null) return answer("bad", words.badHeadCount);
  field.value = "";
  await recordTicket(text, count);
}

async function startCamera() {
  const saying = byId("camera-words");
  saying.textContent = words.cameraStarting;
  let started;
  try {
    const { startCamera: start } = await import("/reception-camera.js");
    byId("camera-view").hidden = false;
    started = await start(byId("camera-video"), (text) => void takeScan(text));
  } catch {
    started = { problem: "decoderFailed" };
  }
  if (started.problem) {
    byId("camera-view").hidden = true;
    saying.textContent = words[started.problem];
    document.querySelector("[data-reception=ticket]").elements.ticket.focus();
    return;
  }
  camera = { ...started, isLit: false };
  byId("camera-start").hidden = true;
  byId("camera-torch").hidden = !camera.torch;
  saying.textContent = camera.torch ? words.cameraReady : `${words.cameraReady}${words.torchAbsent}`;
}

function stopCamera() {
  camera?.stop();
  camera = null;
  byId("camera-view").hidden = true;
  byId("camera-start").hidden = false;
  byId("camera-words").textContent = "";
}

if (byId("camera")) {
  byId("camera").hidden = false;
  byId("camera-start").addEventListener("click", () => void startCamera());
  byId("camera-stop").addEventListener("click", stopCamera);
  byId("camera-torch").addEventListener("click", async () => {
    if (!camera?.torch) return;
    await camera.torch(!camera.isLit).catch(() => {});
    camera.isLit = !camera.isLit;
    byId("camera-torch").textContent = camera.isLit ? words.torchOff : words.torchOn;
  });
  // Nobody looks: the camera is off.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && camera) stopCamera();
  });
}

// ── The page without network ──────────────────────────────────────────────────────────────────────────────────────────

/** Keeps this page and its files, so that it opens again without network. Only on the event's day. */
async function keepPage() {
  if (!("serviceWorker" in navigator) || !window.caches || desk.dataset.open !== "true") return;
  await navigator.serviceWorker.register("/reception-worker.js", { scope: page });
  const response = await fetch(page, { headers: { Accept: "text/html" } });
  if (!response.ok || response.redirected) return;
  const cache = await caches.open(CACHE);
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href);
  await cache.addAll([
    ...styles,
    "/enhance.js",
    "/reception.js",
    "/reception-queue.js",
    "/reception-camera.js",
    "/qr/decode.js",
    "/qr/index.js",
    "/favicon.svg",
  ]);
  await cache.put(page, response);
  desk.dataset.kept = "true";
}

window.addEventListener("online", () => {
  void send();
  void refresh();
});
window.addEventListener("offline", () => setConnected(false));
document.addEventListener("visibilitychange", () => void refresh());
setInterval(() => void refresh(), COUNTS_EVERY_MS);

desk.hidden = false;
byId("records").hidden = false;
setConnected(navigator.onLine);
if (!(await queue.isLasting())) answer("careful", words.storageLost);
for (const id of await queue.forgetPast(today())) await forgetPage(id);
await showRecords();
if (navigator.onLine) {
  void send();
  void refresh();
  keepPage().catch(() => {});
}
