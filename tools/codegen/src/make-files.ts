import { resolve } from "node:path";
import type { Catalog } from "./catalog.js";
import { check } from "./check.js";
import { type Drift, findDrift, foreignProblems } from "./drift.js";
import { emit, NOTHING, type OutputFile } from "./emit.js";
import { hasErrors, type Problem } from "./problem.js";

/** What a folder gives: nothing may be written while there are errors among the problems. */
export interface MadeFiles {
  /** Undefined where the manifest or a schema is malformed. */
  readonly catalog: Catalog | undefined;
  readonly files: readonly OutputFile[];
  readonly drift: Drift;
  readonly problems: readonly Problem[];
}

/** Checks the catalog in a folder, and makes its files in memory if it can be used. */
export async function makeFiles(folder: string): Promise<MadeFiles> {
  const { catalog, problems } = await check(folder);
  const usable = catalog !== undefined && !hasErrors(problems);
  const emitted = usable ? await emit(catalog) : NOTHING;
  const drift = findDrift(resolve(folder), emitted);
  return {
    catalog,
    files: emitted.files,
    drift,
    problems: [...problems, ...emitted.problems, ...foreignProblems(drift)],
  };
}
