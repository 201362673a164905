// A page that starts the service worker and prints its answer.
navigator.serviceWorker.addEventListener("message", ({ data }) => console.log(`worker: ${data}`));
await navigator.serviceWorker.register("/service-worker.js");
const { active } = await navigator.serviceWorker.ready;
active.postMessage("well?");
