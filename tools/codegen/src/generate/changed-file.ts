import type { FileChanges } from "../write/compare-files.js";

/** A generated file that differs from the one on disk. */
export interface ChangedFile {
  /** Relative to the catalog's folder, with forward slashes. */
  readonly path: string;
  readonly change: "updated" | "added" | "removed";
}

/** Lists the files that writing these changes updates, adds and removes. */
export function listChanges({ outdated, missing, unexpected }: FileChanges): ChangedFile[] {
  return [
    ...outdated.map(({ path }): ChangedFile => ({ path, change: "updated" })),
    ...missing.map(({ path }): ChangedFile => ({ path, change: "added" })),
    ...unexpected.map((path): ChangedFile => ({ path, change: "removed" })),
  ];
}
