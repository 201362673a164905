import { writeSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { TimeLimit } from "./time-limit.js";

// The thread that ends the process at the time limit: the main thread may be busy in a parser.

parentPort?.on("message", ({ milliseconds, message, decided }: TimeLimit) => {
  setTimeout(() => {
    if (Atomics.exchange(decided, 0, 1) === 1) return;
    try {
      writeSync(2, message);
    } finally {
      // Also where nobody reads the message: the main thread may be waiting for the end.
      process.kill(process.pid, "SIGKILL");
    }
  }, milliseconds);
});
