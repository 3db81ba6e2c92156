// Work without the mouse: j k walk, Enter opens, r answers, e resolves, t takes, x marks.
const rows = () => [...document.querySelectorAll(".list .case")];
let chosen = null;

function choose(row) {
  for (const other of rows()) other.classList.toggle("chosen", other === row);
  chosen = row ? row.dataset.case : null;
  row?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((r) => r.dataset.case === chosen);
  choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
}

const row = () => rows().find((r) => r.dataset.case === chosen);

function open(hash) {
  const link = row()?.querySelector("a");
  if (link) location.href = link.getAttribute("href") + (hash || "");
}

function answer() {
  const text = document.querySelector("#text");
  if (text) text.focus();
  else open("#text");
}

function resolve() {
  const fold = document.querySelector("#resolve");
  if (fold) {
    fold.open = true;
    fold.querySelector("select").focus();
  } else open("#resolve");
}

function take() {
  if (document.querySelector("#case")) document.querySelector("#take")?.click();
  else open("#take");
}

function mark() {
  const box = row()?.querySelector("input[type=checkbox]");
  if (box) {
    box.checked = !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  Enter: () => open(),
  r: answer,
  e: resolve,
  t: take,
  x: mark,
  u: () => (location.href = document.querySelector(".matter a")?.href || "/inbox"),
  "/": () => document.querySelector(".find input[type=search]")?.focus(),
  "?": () => document.querySelector("#sheet")?.showModal(),
};

// In triage one key says what the post is; routing does the rest. The key always says that the
// label holds: its chip would turn round one that holds already.
const label = (name) => () => document.querySelector("#say-" + name)?.click();
const triage = {
  c: label("complaint"),
  l: label("lead"),
  p: label("pr_risk"),
  q: label("question"),
  f: () => document.querySelector("#file-it")?.click(),
};

document.addEventListener("keydown", (e) => {
  const typing = e.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (e.key === "Escape" && typing) return typing.blur();
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && e.target.id === "text") return e.target.form.requestSubmit();
  if (typing || e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return;
  if (e.key === "Enter" && e.target.closest("a, button, summary")) return;
  const act = (document.querySelector("[data-triage]") && triage[e.key]) || keys[e.key];
  if (act) {
    e.preventDefault();
    act();
  }
});

document.addEventListener("click", (e) => e.target.closest("[data-sheet]") && document.querySelector("#sheet").showModal());
document.addEventListener("htmx:afterSettle", () => chosen && choose(row()));

if (location.hash === "#resolve") resolve();
if (location.hash === "#text") answer();
if (location.hash === "#take") document.querySelector("#take")?.focus();
