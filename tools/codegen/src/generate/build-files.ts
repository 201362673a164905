import { resolve } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { lint } from "../check/lint.js";
import { emit } from "../emit/emit.js";
import type { Session } from "../load/session.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { compareFiles, type FileChanges, obstacleProblems } from "../write/compare-files.js";
import { type Emitted, NOTHING } from "../write/output-file.js";

/** A catalog that was checked, and its files in memory. */
export interface Build {
  /** The parts that could be read; undefined where the manifest or a schema is malformed. */
  readonly catalog: Catalog | undefined;
  readonly emitted: Emitted;
  readonly changes: FileChanges;
  /** With errors among them, nothing may be written. */
  readonly problems: readonly Problem[];
}

/** Options for generating the files of a catalog. */
export interface GenerateOptions {
  /** The state that the last time left: files that have not changed are not read again. */
  readonly session?: Session | undefined;
  /** Whether the modules that the manifest names are run; they are by default. */
  readonly custom?: boolean;
}

/** Lints the catalog in a folder, emits its files, and compares them with those on disk. */
export async function buildFiles(
  folder: string,
  { session, custom = true }: GenerateOptions,
): Promise<Build> {
  const { catalog, places, problems } = await lint(folder, { session, custom });
  const isUsable = catalog !== undefined && !hasErrors(problems);
  const emitted = isUsable ? await emit(catalog, { places, custom }) : NOTHING;
  const changes = compareFiles(resolve(folder), emitted, { session });
  return {
    catalog,
    emitted,
    changes,
    problems: [...problems, ...emitted.problems, ...obstacleProblems(changes)],
  };
}
