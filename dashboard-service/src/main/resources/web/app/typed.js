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

document.addEventListener("htmx:beforeSwap", (e) => {
  sender = e.detail.requestConfig?.elt;
  refused = false;
});
document.addEventListener("htmx:oobBeforeSwap", (e) => {
  const panel = e.detail.target;
  if (panel.id === "wrong") refused = !e.detail.fragment.firstElementChild.hidden;
  const done = panel.contains(sender) && !refused;
  if (!done && atWork(panel)) e.detail.shouldSwap = false;
});
