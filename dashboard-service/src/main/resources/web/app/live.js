// What happens elsewhere shows here at once: lists renew themselves, a new case says so.
const viewer = document.body.dataset.viewer;
const plainTitle = document.title;
let unseen = 0;
let due = null;

window.toast = (text, href) => {
  const box = document.querySelector("#toasts");
  if (!box) return;
  const toast = document.createElement(href ? "a" : "div");
  toast.className = "toast";
  toast.textContent = text;
  if (href) toast.href = href;
  box.append(toast);
  while (box.children.length > 4) box.firstChild.remove();
  setTimeout(() => toast.remove(), 8000);
};

function title() {
  document.title = unseen ? "(" + unseen + ") " + plainTitle : plainTitle;
}

// Many changes in one go renew a list once.
function renew() {
  if (due) return;
  due = setTimeout(() => {
    due = null;
    document.body.dispatchEvent(new CustomEvent("cases-changed"));
  }, 400);
}

function changed(change) {
  renew();
  const open = document.querySelector("[data-open-case]")?.dataset.openCase;
  if (change.caseId === open) {
    const shown = Number(document.querySelector("#version")?.value || 0);
    if (!change.after || change.after.version > shown) document.body.dispatchEvent(new CustomEvent("case-changed"));
  }
  const forMe = change.after && (!change.after.assignee || change.after.assignee === viewer);
  if (change.arrives && forMe && !change.after.quiet && change.by !== viewer && change.after.status !== "resolved") {
    const who = change.after.author + ": " + change.after.excerpt;
    window.toast(who.length > 110 ? who.slice(0, 109) + "…" : who, "/cases/" + encodeURIComponent(change.caseId));
    if (document.hidden) unseen++;
    title();
  }
}

function state(text) {
  const live = document.querySelector("#live");
  if (!live) return;
  live.className = "live " + text;
  live.querySelector("span").textContent = text === "live" ? "live" : "reconnecting";
}

function told(message) {
  if (message.state) state(message.state);
  if (message.resync) renew();
  if (message.change) changed(message.change);
}

if (viewer) {
  if (window.SharedWorker) {
    const worker = new SharedWorker("/live-worker.js", { name: viewer });
    worker.port.onmessage = (e) => told(e.data);
    addEventListener("pagehide", () => worker.port.postMessage("bye"));
    addEventListener("pageshow", (e) => e.persisted && location.reload());
  } else {
    const source = new EventSource("/api/v1/events");
    source.addEventListener("hello", () => told({ state: "live" }));
    source.addEventListener("resync", () => told({ resync: true }));
    source.addEventListener("case", (e) => told({ change: JSON.parse(e.data) }));
    source.onerror = () => told({ state: "away" });
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      unseen = 0;
      title();
    }
  });
}
