import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import type { TimeLimit } from "./time-limit.js";

// The thread that ends the process at the time limit: the main thread may be busy in a parser.

const { milliseconds, message } = workerData as TimeLimit;
setTimeout(() => {
  writeSync(2, message);
  process.kill(process.pid, "SIGKILL");
}, milliseconds);
