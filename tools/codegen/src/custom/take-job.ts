import { workerData } from "node:worker_threads";
import type { ModuleJob } from "./run-modules.js";

/**
 * Takes what a thread was given, so that the modules that it imports find neither the port, to post
 * results of their own, nor what other modules are given.
 */
export function takeJob<Job extends ModuleJob>(): Job {
  const given = workerData as Record<string, unknown>;
  const job = { ...given };
  for (const name of Object.keys(given)) delete given[name];
  return job as unknown as Job;
}
