import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Creates a folder, and those above it that are missing. On a read-only disk, the recursive
 * `mkdirSync` of Node reports that there is no such folder instead.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  // A drive that is missing is its own parent.
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have created it.
    if (!isFolder(folder)) throw error;
  }
}

/** Whether a path is, or links to, a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
