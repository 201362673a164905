import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import { errorMessage } from "../std/error-message.js";

/** A fault of a module that the manifest names, or of its results. */
export interface ModuleFault {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The input of a thread that runs modules. */
export interface ModuleJob {
  /** Paths relative to the catalog's folder. */
  readonly modules: readonly string[];
  /** Takes the result of each module. */
  readonly port: MessagePort;
}

/** Modules of a catalog, and what runs them. */
export interface ModuleRun<Result> {
  /** The module of the thread: it posts the result of each module, in their order. */
  readonly worker: URL;
  /** The input of the thread beside the paths of the modules. */
  readonly data: object;
  /** Paths relative to the catalog's folder. */
  readonly modules: readonly string[];
  /** The name of the module's export. */
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
async function runUntilFailure<Result>(
  { worker: file, data, modules }: ModuleRun<Result>,
  results: Result[],
  timeoutMs: number,
): Promise<string | undefined> {
  const { port1: posted, port2: port } = new MessageChannel();
  const worker = new Worker(file, { workerData: { ...data, modules, port }, transferList: [port] });
  const end = results.length + modules.length;
  let timer: NodeJS.Timeout | undefined;
  const failure = await new Promise<string>((resolve) => {
    const stopLate = () => resolve(`it takes longer than ${timeoutMs / 1000} seconds`);
    timer = setTimeout(stopLate, timeoutMs);
    posted.on("message", (result: Result) => {
      results.push(result);
      clearTimeout(timer);
      timer = setTimeout(stopLate, timeoutMs);
      if (results.length === end) resolve("");
    });
    worker.on("error", (error) => resolve(errorMessage(error)));
    worker.on("exit", () => resolve("it ended without a result"));
  });
  clearTimeout(timer);
  // The end of a thread may be reported before what it posted earlier.
  for (let post = receiveMessageOnPort(posted); post; post = receiveMessageOnPort(posted))
    results.push(post.message);
  posted.close();
  void worker.terminate();
  return results.length === end ? undefined : failure;
}
