import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import type { OutputFile } from "../write/output-file.js";
import type { InitPlan } from "./init-plan.js";

/**
 * The paths that a new catalog needs and that are taken: its files, and the folders of generated
 * code.
 */
export function findExisting(plan: InitPlan, files: readonly OutputFile[]): readonly string[] {
  const folders = [...Object.values(plan.partFolders), posix.join(plan.catalogFolder, "generated")];
  return [
    ...files.map(({ path }) => path).filter((path) => existsSync(join(plan.root, path))),
    ...folders.filter((folder) => !isFree(join(plan.root, folder))),
  ];
}

/** Whether a folder is missing or empty. */
function isFree(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return !existsSync(folder);
  }
}
