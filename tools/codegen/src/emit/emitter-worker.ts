import { parentPort, workerData } from "node:worker_threads";
import { runEmitter } from "./run-emitter.js";
import type { EmitterJob } from "./run-in-worker.js";

// The thread that runs custom emitters: it posts the result of each, in their order.

const { catalog, modules } = workerData as EmitterJob;
for (const module of modules) parentPort?.postMessage(await runEmitter(catalog, module));
