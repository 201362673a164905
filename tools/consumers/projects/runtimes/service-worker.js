// A service worker that answers with the output of the smoke test.
const printed = [];
console.log = (line) => printed.push(line);
const done = import("./smoke.js");

self.addEventListener("message", (event) => {
  event.waitUntil(done.then(() => event.source.postMessage(printed.join("\n"))));
});
