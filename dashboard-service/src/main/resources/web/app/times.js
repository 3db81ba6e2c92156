// Times as people say them: "in 12 min", "3 h ago". The exact one stands in the tooltip.
function said(ms) {
  const minutes = Math.round(Math.abs(ms) / 60000);
  const text =
    minutes < 1 ? "now" : minutes < 60 ? minutes + " min" : minutes < 2880 ? Math.round(minutes / 60) + " h" : Math.round(minutes / 1440) + " d";
  if (text === "now") return text;
  return ms > 0 ? "in " + text : text + " ago";
}

function tick() {
  for (const time of document.querySelectorAll("time[data-rel]")) {
    const at = Date.parse(time.dateTime);
    if (Number.isNaN(at)) continue;
    time.textContent = said(at - Date.now());
    if (!time.title) time.title = new Date(at).toLocaleString();
  }
}

tick();
setInterval(tick, 20000);
document.addEventListener("htmx:afterSettle", tick);
document.addEventListener("htmx:oobAfterSwap", tick);
