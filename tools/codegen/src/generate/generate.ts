import { resolve } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { describeFiles, describeSources } from "../load/describe-sources.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { UserError } from "../problem/user-error.js";
import { write } from "../write/write.js";
import { type Build, buildFiles, type GenerateOptions } from "./build-files.js";
import { type ChangedFile, listChanges } from "./changed-file.js";

/** A catalog, and what generating its files changed. */
export interface Generated {
  /**
   * The parts of the catalog that could be read; undefined where the manifest or a schema is
   * malformed.
   */
  readonly catalog: Catalog | undefined;
  /** The files that were written or removed: none if there are errors among the problems. */
  readonly changed: readonly ChangedFile[];
  readonly problems: readonly Problem[];
}

/**
 * Generates the files of the catalog in a folder: loads it, checks it, makes its files and writes
 * those that changed. Writes nothing if there are errors among the problems.
 */
export async function generate(folder: string, options: GenerateOptions = {}): Promise<Generated> {
  const { build, changed } = await buildAndWrite(folder, options);
  return { catalog: build.catalog, changed, problems: build.problems };
}

/** A build, and what writing it changed. */
export interface WrittenBuild {
  readonly build: Build;
  readonly changed: readonly ChangedFile[];
}

/** Whoever edits a catalog more often while it is generated is not a person. */
const MAX_ROUNDS = 10;

/**
 * Builds and writes the files of a catalog. If its sources change meanwhile, it starts again: of
 * two runs at once, the one that has read the older sources does not have the last word.
 */
export async function buildAndWrite(
  folder: string,
  options: GenerateOptions,
): Promise<WrittenBuild> {
  const directory = resolve(folder);
  const changed = new Map<string, ChangedFile>();
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const sources = describeSources(directory);
    const build = await buildFiles(folder, options);
    const imports = build.catalog?.imports ?? [];
    const isCurrent = () =>
      describeSources(directory) === sources &&
      imports.every(({ files, fileState }) => describeFiles(files) === fileState);
    if (!isCurrent()) continue;
    if (build.catalog === undefined || hasErrors(build.problems))
      return { build, changed: [...changed.values()] };
    write(directory, build.changes);
    for (const change of listChanges(build.changes)) changed.set(change.path, change);
    if (isCurrent()) return { build, changed: [...changed.values()] };
  }
  throw new UserError(
    "the catalog changes faster than it is generated: run the command again when nobody is editing it",
    1,
  );
}
