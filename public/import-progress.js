// Keeps the progress of an import up to date. Without this file the link beside it does the same.

const SECONDS_BETWEEN = 2;
const shown = () => document.getElementById("import-progress");

async function refresh() {
  const answer = await fetch(shown().dataset.progress, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("import-progress");
  // The work is done: the page has something else to show now.
  if (!next) return location.reload();
  for (const part of ["[role=status]", "progress"]) {
    const [before, after] = [shown().querySelector(part), next.querySelector(part)];
    if (!before || !after) continue;
    if (part === "progress") before.value = Number(after.getAttribute("value"));
    else if (before.textContent !== after.textContent) before.textContent = after.textContent;
  }
}

if (shown()) {
  // Only while somebody looks.
  setInterval(() => {
    if (document.visibilityState === "visible") refresh().catch(() => {});
  }, SECONDS_BETWEEN * 1000);
}
