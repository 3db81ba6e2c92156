import "htmx.org";
import "./times.js";
import "./keys.js";
import "./live.js";
import "./lists.js";
import "./typed.js";

const here = location.pathname;
for (const link of document.querySelectorAll("[data-nav]")) {
  if (here.startsWith(link.getAttribute("href"))) link.setAttribute("aria-current", "page");
}

// A refusal says itself what is wrong.
function problem(xhr) {
  if (!(xhr.getResponseHeader("Content-Type") || "").startsWith("application/problem+json")) return "";
  const said = JSON.parse(xhr.responseText);
  return [said.title, said.detail].filter(Boolean).join(". ");
}

// A server that is away says so; what was typed stays.
document.body.addEventListener("htmx:sendError", () => window.toast("The server does not answer. Nothing was lost here."));
document.body.addEventListener("htmx:responseError", (e) => {
  if (e.detail.xhr.status === 401) return;
  window.toast(problem(e.detail.xhr) || "That did not work (" + e.detail.xhr.status + ").");
});
