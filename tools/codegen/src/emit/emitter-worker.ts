import { takeJob } from "../custom/take-job.js";
import type { EmitterJob } from "./custom-emitters.js";
import { runEmitter } from "./run-emitter.js";

// The thread that runs custom emitters: it posts the result of each, in their order.

const { catalog, modules, port } = takeJob<EmitterJob>();
for (const module of modules) port.postMessage(await runEmitter(catalog, module));
