// Marks for bulk actions; they outlive a list that renews itself under them.
const marked = new Set();

function show() {
  const bulk = document.querySelector(".bulk");
  if (!bulk) return;
  for (const box of document.querySelectorAll(".list input[type=checkbox]")) box.checked = marked.has(box.value);
  const count = document.querySelectorAll(".list input[type=checkbox]:checked").length;
  bulk.hidden = count === 0;
  bulk.querySelector("[data-marked]").textContent = count;
}

document.addEventListener("change", (e) => {
  if (e.target.matches(".list input[type=checkbox]")) {
    if (e.target.checked) marked.add(e.target.value);
    else marked.delete(e.target.value);
    show();
  }
});
document.addEventListener("htmx:afterRequest", (e) => {
  if (e.detail.requestConfig?.path?.startsWith("/inbox/bulk") && e.detail.successful) marked.clear();
});
document.addEventListener("htmx:afterSettle", show);
