import type { Catalog } from "../catalog/catalog.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { write } from "../write/write.js";
import { buildFiles } from "./build-files.js";
import { type ChangedFile, listChanges } from "./changed-file.js";

/** A catalog, and what generating its files changed. */
export interface Generated {
  /** What could be read of the catalog; undefined where the manifest or a schema is malformed. */
  readonly catalog: Catalog | undefined;
  /** The files that were written or removed: none if there are errors among the problems. */
  readonly changed: readonly ChangedFile[];
  readonly problems: readonly Problem[];
}

/**
 * Generates the files of the catalog in a folder: loads it, checks it, makes its files and writes
 * those that changed. Writes nothing if there are errors among the problems.
 */
export async function generate(folder: string): Promise<Generated> {
  const { catalog, changes, problems } = await buildFiles(folder);
  if (catalog === undefined || hasErrors(problems)) return { catalog, changed: [], problems };
  write(catalog.directory, changes);
  return { catalog, changed: listChanges(changes), problems };
}
