// What somebody is typing outlives every renewal of the page around it: a panel in which somebody
// is at work stays as it is, unless the answer is to what that very panel sent.
let sender = null;
let refused = false;

function atWork(panel) {
  const fields = [...panel.querySelectorAll("input:not([type=hidden]), textarea")];
  return (
    fields.some((f) => f === document.activeElement || f.value !== f.defaultValue) ||
    panel.querySelector("details[open], select:focus") !== null
  );
}

// A renewal that was overtaken by a newer answer must not bring back what was before.
function overtaken(detail) {
  const said = /id="version"[^>]*value="(\d+)"/.exec(detail.serverResponse || "");
  const shown = document.querySelector("#version");
  return detail.requestConfig?.verb === "get" && said && shown && Number(said[1]) < Number(shown.value);
}

document.addEventListener("htmx:beforeSwap", (e) => {
  sender = e.detail.requestConfig?.elt;
  refused = false;
  if (overtaken(e.detail)) e.detail.shouldSwap = false;
});
document.addEventListener("htmx:oobBeforeSwap", (e) => {
  const panel = e.detail.target;
  if (panel.id === "wrong") refused = !e.detail.fragment.firstElementChild.hidden;
  const done = panel.contains(sender) && !refused;
  if (!done && atWork(panel)) e.detail.shouldSwap = false;
});
