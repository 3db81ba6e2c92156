// One connection to the server for all of a browser's tabs of one person.
const ports = new Set();
let source;

function tell(message) {
  for (const port of ports) port.postMessage(message);
}

function connect() {
  source = new EventSource("/api/v1/events");
  source.addEventListener("hello", () => tell({ state: "live" }));
  source.addEventListener("resync", () => tell({ resync: true }));
  source.addEventListener("case", (e) => tell({ change: JSON.parse(e.data) }));
  source.onerror = () => {
    tell({ state: "away" });
    // A refused stream (signed out, say) is not tried again by the browser itself.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 5000);
  };
}

onconnect = (e) => {
  const port = e.ports[0];
  ports.add(port);
  port.onmessage = (m) => m.data === "bye" && ports.delete(port);
  if (!source) connect();
  else port.postMessage({ state: source.readyState === EventSource.OPEN ? "live" : "away" });
};
