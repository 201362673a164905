// A service worker: it tells whoever asks what the smoke test prints.
const printed = [];
console.log = (line) => printed.push(line);
const done = import("./smoke.js");

self.addEventListener("message", (event) => {
  event.waitUntil(done.then(() => event.source.postMessage(printed.join("\n"))));
});
