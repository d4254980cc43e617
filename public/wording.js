// Says under a text field, while it is typed, what the text checker finds. Everything works without this file.
// A form, a group or a field is marked with `data-wording`; `data-wording-audience="highSchool"` says who will read it,
// `data-wording-names` (names divided by line breaks) what is a name and no wording.

const PAUSE = 700;
const MOST = 20_000;
const SHOWN = 20;
const fields = new Map();

for (const marked of document.querySelectorAll("[data-wording]")) {
  const inside = marked.matches("textarea, input")
    ? [marked]
    : marked.querySelectorAll("textarea, input[type=text], input:not([type])");
  for (const field of inside) watch(field, marked);
}
void check([...fields.keys()].filter((field) => field.value.trim()));

function watch(field, marked) {
  if (!field.name || fields.has(field)) return;
  const box = document.createElement("div");
  box.id = `${field.id || field.name}-wording`;
  box.setAttribute("role", "status");
  box.setAttribute("data-screen-only", "");
  field.after(box);
  const described = field.getAttribute("aria-describedby");
  field.setAttribute("aria-describedby", described ? `${described} ${box.id}` : box.id);
  fields.set(field, { marked, box, checked: null, timer: 0, composing: false, request: null });
  const later = () => {
    const state = fields.get(field);
    clearTimeout(state.timer);
    // A word that is still being converted from kana is not judged.
    if (!state.composing) state.timer = setTimeout(() => check([field]), PAUSE);
  };
  field.addEventListener("compositionstart", () => (fields.get(field).composing = true));
  field.addEventListener("compositionend", () => {
    fields.get(field).composing = false;
    later();
  });
  field.addEventListener("input", later);
  field.addEventListener("change", () => {
    clearTimeout(fields.get(field).timer);
    void check([field]);
  });
}

async function check(asked) {
  const groups = Map.groupBy(asked, (field) => fields.get(field).marked);
  for (const [marked, members] of groups) {
    const texts = {};
    let size = 0;
    for (const field of members) {
      const state = fields.get(field);
      size += field.value.length;
      if (field.value === state.checked || size > MOST) continue;
      state.request?.abort();
      texts[field.name] = field.value;
    }
    if (Object.keys(texts).length === 0) continue;
    const request = new AbortController();
    const sent = members.filter((field) => field.name in texts);
    for (const field of sent) fields.get(field).request = request;
    const findings = await ask(texts, marked, request.signal);
    if (!findings) continue;
    for (const field of sent) {
      if (field.value !== texts[field.name]) continue;
      fields.get(field).checked = field.value;
      show(
        fields.get(field).box,
        findings.filter((finding) => finding.field === field.name),
      );
    }
  }
}

async function ask(texts, marked, signal) {
  const { wordingAudience: audience, wordingNames: names } = marked.dataset;
  try {
    const answer = await fetch("/api/wording", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ texts, audience, names: names?.split("\n").filter(Boolean) }),
      signal,
    });
    return answer.ok ? (await answer.json()).findings : null;
  } catch {
    return null;
  }
}

/** The list is replaced only when it says something else, so that nothing is read out twice. */
function show(box, findings) {
  const key = JSON.stringify(findings.map(({ rule, phrase }) => [rule, phrase]));
  if (box.dataset.shown === key) return;
  box.dataset.shown = key;
  box.replaceChildren();
  if (findings.length === 0) return;
  const list = document.createElement("ul");
  list.className = "mt-2 space-y-2 border-l-4 border-warning-orange-2 pl-3 text-std-16N-170";
  for (const finding of findings.slice(0, SHOWN)) {
    const item = list.appendChild(document.createElement("li"));
    const head = item.appendChild(document.createElement("p"));
    head.className = "text-std-16B-170";
    head.textContent = `${finding.levelWords}:「${finding.phrase}」`;
    item.appendChild(document.createElement("p")).textContent = finding.note;
    if (finding.replacementWords)
      item.appendChild(document.createElement("p")).textContent = finding.replacementWords;
  }
  box.appendChild(list);
}
