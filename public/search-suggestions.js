// Words offered under the search box while it is typed into: a combobox after the ARIA pattern (list, manual selection).
// Without this file the box is a plain form.
const input = document.querySelector("input[data-suggestions]");
const list = document.getElementById("q-suggestions");
const status = document.getElementById("q-suggestions-status");
const template = document.getElementById("q-suggestion");
const PAUSE_MS = 150;

let composing = false;
let timer;
let request;
let active = -1;

const options = () => [...list.querySelectorAll('[role="option"]')];

function close() {
  list.hidden = true;
  active = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

/** Stops what is on its way: older answers never replace newer ones. */
function forget() {
  clearTimeout(timer);
  request?.abort();
}

function mark(index) {
  active = index;
  for (const [at, option] of options().entries()) option.setAttribute("aria-selected", String(at === index));
  const chosen = options()[index];
  if (!chosen) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function show({ suggestions, status: words }) {
  list.replaceChildren(
    ...suggestions.map(({ text, kind }, at) => {
      const option = template.content.firstElementChild.cloneNode(true);
      option.id = `q-suggestion-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = text;
      option.children[0].textContent = text;
      option.children[1].textContent = kind;
      return option;
    }),
  );
  close();
  if (suggestions.length > 0) {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }
  status.textContent = words;
}

async function ask() {
  const text = input.value.trim();
  if (text === "") {
    status.textContent = "";
    return close();
  }
  request = new AbortController();
  const { signal } = request;
  try {
    const address = `${input.dataset.suggestions}?q=${encodeURIComponent(text.slice(0, 100).toWellFormed())}`;
    const response = await fetch(address, { signal });
    if (!response.ok) return close();
    const answer = await response.json();
    if (!signal.aborted && document.activeElement === input) show(answer);
  } catch {
    // A lost connection or a newer request: the box stays a plain form.
    if (!signal.aborted) close();
  }
}

function schedule() {
  forget();
  if (!composing) timer = setTimeout(ask, PAUSE_MS);
}

function choose(option) {
  forget();
  input.value = option.dataset.text;
  close();
  input.form.requestSubmit();
}

function onKey(event) {
  // 229: the key belongs to the input method, also where `isComposing` is already false (Safari's Enter).
  if (composing || event.isComposing || event.keyCode === 229) return;
  const count = options().length;
  const isOpen = !list.hidden;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (count === 0) return;
    event.preventDefault();
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    // One step beyond either end is the box itself.
    const step = event.key === "ArrowDown" ? 1 : -1;
    mark(((active + step + 1 + count + 1) % (count + 1)) - 1);
  } else if (event.key === "Enter" && isOpen && active >= 0) {
    event.preventDefault();
    choose(options()[active]);
  } else if (event.key === "Escape" && isOpen) {
    event.preventDefault();
    forget();
    close();
  }
}

if (input && list && status && template) {
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  list.setAttribute("role", "listbox");
  input.addEventListener("compositionstart", () => {
    composing = true;
    forget();
  });
  input.addEventListener("compositionend", () => {
    composing = false;
    schedule();
  });
  input.addEventListener("input", schedule);
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", () => {
    forget();
    close();
  });
  // The press must not take the focus from the box before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) choose(option);
  });
  input.form.addEventListener("submit", (event) => {
    if (composing) event.preventDefault();
    else close();
  });
  window.addEventListener("pageshow", close);
}
