import "htmx.org";
import "./times.js";
import "./keys.js";
import "./live.js";
import "./lists.js";

const here = location.pathname;
for (const link of document.querySelectorAll("[data-nav]")) {
  if (here.startsWith(link.getAttribute("href"))) link.setAttribute("aria-current", "page");
}

// A server that is away says so; what was typed stays.
document.body.addEventListener("htmx:sendError", () => window.toast("The server does not answer. Nothing was lost here."));
document.body.addEventListener("htmx:responseError", (e) => {
  if (e.detail.xhr.status !== 401) window.toast("That did not work (" + e.detail.xhr.status + ").");
});
