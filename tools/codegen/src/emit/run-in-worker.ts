import { Worker } from "node:worker_threads";
import type { Catalog } from "../catalog/catalog.js";
import { errorMessage } from "../std/error-message.js";
import type { EmitterResult } from "./run-emitter.js";

/** The custom emitters that a worker runs. */
export interface EmitterJob {
  readonly catalog: Catalog;
  /** Paths relative to the catalog's folder. */
  readonly modules: readonly string[];
}

/** The emitters of a catalog of 100,000 entries take a twentieth of it. */
const TIMEOUT_MS = 60_000;

/**
 * Runs custom emitters in a thread of their own, which imports every module anew: after an edit,
 * watch sees the new text of each module that an emitter imports. An emitter that does not end, or
 * ends its thread, is a fault of its own, and the others run all the same.
 */
export async function runInWorker(
  catalog: Catalog,
  modules: readonly string[],
  timeoutMs: number = TIMEOUT_MS,
): Promise<readonly EmitterResult[]> {
  const results: EmitterResult[] = [];
  while (results.length < modules.length) {
    const left = modules.slice(results.length);
    const failure = await runUntilFailure({ catalog, modules: left }, results, timeoutMs);
    if (failure === undefined) break;
    const message = `the emitter of ${modules[results.length]} failed: ${failure}`;
    results.push({ folder: undefined, files: [], faults: [{ message }] });
  }
  return results;
}

/** Adds the result of each emitter, and returns why the next one has none. */
function runUntilFailure(
  job: EmitterJob,
  results: EmitterResult[],
  timeoutMs: number,
): Promise<string | undefined> {
  const worker = new Worker(new URL("./emitter-worker.js", import.meta.url), { workerData: job });
  const end = results.length + job.modules.length;
  return new Promise((resolve) => {
    const stop = (failure?: string) => {
      clearTimeout(timer);
      resolve(failure);
      void worker.terminate();
    };
    const stopLate = () => stop(`it takes longer than ${timeoutMs / 1000} seconds`);
    let timer = setTimeout(stopLate, timeoutMs);
    worker.on("message", (result: EmitterResult) => {
      results.push(result);
      clearTimeout(timer);
      if (results.length === end) stop();
      else timer = setTimeout(stopLate, timeoutMs);
    });
    worker.on("error", (error) => stop(errorMessage(error)));
    worker.on("exit", () => stop("it ended without a result"));
  });
}
