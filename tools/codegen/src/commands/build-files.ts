import { resolve } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { lint } from "../check/lint.js";
import { emit } from "../emit/emit.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { compareFiles, type FileChanges, foreignProblems } from "../write/compare-files.js";
import { NOTHING, type OutputFile } from "../write/output-file.js";

/** What a folder gives: nothing may be written while there are errors among the problems. */
export interface Build {
  /** Undefined where the manifest or a schema is malformed. */
  readonly catalog: Catalog | undefined;
  readonly files: readonly OutputFile[];
  readonly drift: FileChanges;
  readonly problems: readonly Problem[];
}

/** Checks the catalog in a folder, and makes its files in memory if it can be used. */
export async function buildFiles(folder: string): Promise<Build> {
  const { catalog, places, problems } = await lint(folder);
  const usable = catalog !== undefined && !hasErrors(problems);
  const emitted = usable ? await emit(catalog, places) : NOTHING;
  const drift = compareFiles(resolve(folder), emitted);
  return {
    catalog,
    files: emitted.files,
    drift,
    problems: [...problems, ...emitted.problems, ...foreignProblems(drift)],
  };
}
