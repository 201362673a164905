import { Worker } from "node:worker_threads";
import { errorMessage } from "../std/error-message.js";

/** What is wrong with a module that the manifest names, or with what it gives. */
export interface ModuleFault {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Modules of a catalog, and what runs them. */
export interface ModuleRun<Result> {
  /** The module of the thread: it posts the result of each module, in their order. */
  readonly worker: URL;
  /** What the thread gets beside the paths of the modules. */
  readonly data: object;
  /** Paths relative to the catalog's folder. */
  readonly modules: readonly string[];
  /** What a module exports. */
  readonly exportName: string;
  /** The result of a module that failed. */
  toFailure(fault: ModuleFault): Result;
}

/** The emitters of a catalog of 100,000 entries take a twentieth of it. */
const TIMEOUT_MS = 60_000;

/**
 * Runs modules in a thread of their own, which imports each of them anew: after an edit, watch sees
 * the new text of every module that they import. A module that does not end, or ends its thread, is
 * a fault of its own, and the others run all the same.
 */
export async function runModules<Result>(
  run: ModuleRun<Result>,
  timeoutMs: number = TIMEOUT_MS,
): Promise<readonly Result[]> {
  const { modules, exportName } = run;
  const results: Result[] = [];
  while (results.length < modules.length) {
    const left = modules.slice(results.length);
    const failure = await runUntilFailure({ ...run, modules: left }, results, timeoutMs);
    if (failure === undefined) break;
    const message = `the ${exportName} of ${modules[results.length]} failed: ${failure}`;
    results.push(run.toFailure({ message }));
  }
  return results;
}

/** Adds the result of each module, and returns why the next one has none. */
function runUntilFailure<Result>(
  { worker: file, data, modules }: ModuleRun<Result>,
  results: Result[],
  timeoutMs: number,
): Promise<string | undefined> {
  const worker = new Worker(file, { workerData: { ...data, modules } });
  const end = results.length + modules.length;
  return new Promise((resolve) => {
    const stop = (failure?: string) => {
      clearTimeout(timer);
      resolve(failure);
      void worker.terminate();
    };
    const stopLate = () => stop(`it takes longer than ${timeoutMs / 1000} seconds`);
    let timer = setTimeout(stopLate, timeoutMs);
    worker.on("message", (result: Result) => {
      results.push(result);
      clearTimeout(timer);
      if (results.length === end) stop();
      else timer = setTimeout(stopLate, timeoutMs);
    });
    worker.on("error", (error) => stop(errorMessage(error)));
    worker.on("exit", () => stop("it ended without a result"));
  });
}
