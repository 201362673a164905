import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { tryReadText } from "../std/read-regular-file.js";
import type { OutputFile } from "../write/output-file.js";
import type { InitPlan } from "./init-plan.js";

/** The paths that a new catalog needs, by what is there. */
export interface Existing {
  /** The files that are still to be written. */
  readonly missing: readonly OutputFile[];
  /** The files and folders that are taken. */
  readonly taken: readonly string[];
}

/**
 * Finds the paths that a new catalog needs and that are taken: its files, and the folders of
 * generated code. What an interrupted `init` has written is not: the next one writes the rest.
 */
export function findExisting(plan: InitPlan, files: readonly OutputFile[]): Existing {
  const missing = files.filter(({ path }) => !existsSync(join(plan.root, path)));
  const isWritten = ({ path, text }: OutputFile) => tryReadText(join(plan.root, path)) === text;
  const written = files.filter(isWritten).map(({ path }) => path);
  const isFinished = missing.length === 0;
  const present = files.filter((file) => !missing.includes(file)).map(({ path }) => path);
  const folders = [...Object.values(plan.partFolders), posix.join(plan.catalogFolder, "generated")];
  const takenFolders = folders.filter((folder) => !isFree(plan.root, folder, written));
  return {
    missing,
    taken: [...present.filter((path) => isFinished || !written.includes(path)), ...takenFolders],
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
