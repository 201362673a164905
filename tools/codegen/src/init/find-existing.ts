import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { tryReadText } from "../std/read-regular-file.js";
import type { OutputFile } from "../write/output-file.js";

/** The paths that `init` needs, by what is there. */
export interface Existing {
  /** The files that are still to be written. */
  readonly missing: readonly OutputFile[];
  /** The files and folders that are taken. */
  readonly taken: readonly string[];
}

/**
 * Finds which of the files, and of the folders of generated code, are taken. What an interrupted
 * `init` has written is not: the next one writes the rest.
 */
export function findExisting(
  root: string,
  files: readonly OutputFile[],
  folders: readonly string[] = [],
): Existing {
  const missing = files.filter(({ path }) => !existsSync(join(root, path)));
  const isWritten = ({ path, text }: OutputFile) => tryReadText(join(root, path)) === text;
  const written = files.filter(isWritten).map(({ path }) => path);
  const present = files.filter((file) => !missing.includes(file)).map(({ path }) => path);
  return {
    missing,
    taken: [
      ...present.filter((path) => missing.length === 0 || !written.includes(path)),
      ...folders.filter((folder) => !isFree(root, folder, written)),
    ],
  };
}

/** Whether a folder has nothing but files that `init` has written. */
function isFree(root: string, folder: string, written: readonly string[]): boolean {
  try {
    return readdirSync(join(root, folder)).every(
      (name) => name.startsWith(".codegen") || written.includes(posix.join(folder, name)),
    );
  } catch {
    return !existsSync(join(root, folder));
  }
}
