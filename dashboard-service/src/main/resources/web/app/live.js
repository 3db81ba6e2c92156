// What happens elsewhere shows here at once: lists renew themselves, a new case says so.
const viewer = document.body.dataset.viewer;
const plainTitle = document.title;
let unseen = 0;
let due = null;

window.toast = (text, href, soft) => {
  const box = document.querySelector("#toasts");
  if (!box) return;
  const toast = document.createElement(href ? "a" : "div");
  toast.className = soft ? "toast soft" : "toast";
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
  const why = reason(change);
  if (!why) return;
  const who = change.after.author + ": " + change.after.excerpt;
  const text = why + who;
  window.toast(text.length > 120 ? text.slice(0, 119) + "…" : text, "/cases/" + encodeURIComponent(change.caseId), change.after.assignee && change.after.assignee !== viewer);
  if (document.hidden || !document.querySelector("#inbox")) unseen++;
  title();
}

// Why somebody wants to know of it now, as the beginning of a sentence; null where nobody does.
function reason(change) {
  const now = change.after;
  // What is loaded from the past carries its own time.
  const fresh = Date.now() - Date.parse(change.at) < 120000;
  if (!now || !fresh || now.quiet || now.status === "resolved" || change.by === viewer) return null;
  if (change.arrives) return "";
  if (now.assignee !== viewer) return null;
  if (change.type === "case.assigned.v1") return "Yours now – ";
  if (change.type === "case.mention-joined.v1") return "Again – ";
  if (change.type === "case.priority-raised.v1") return "More pressing – ";
  return null;
}

function state(text) {
  const live = document.querySelector("#live");
  if (!live) return;
  live.className = "live " + text;
  live.querySelector("span").textContent = text === "live" ? "live" : "reconnecting";
}

function told(message) {
  if (message.state) state(message.state);
  if (message.resync) {
    renew();
    document.body.dispatchEvent(new CustomEvent("case-changed"));
  }
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
