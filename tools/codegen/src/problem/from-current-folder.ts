import { relative, resolve, sep } from "node:path";
import type { Problem } from "./problem.js";

/** A path as seen from the current folder, where terminals, editors and CI find it. */
export function pathFromCurrentFolder(folder: string, path: string): string {
  return relative(process.cwd(), resolve(folder, path)).replaceAll(sep, "/") || ".";
}

/** The problems of a folder's files, with paths as seen from the current folder. */
export function fromCurrentFolder(problems: readonly Problem[], folder: string): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    location: {
      ...problem.location,
      file: pathFromCurrentFolder(folder, problem.location.file),
    },
  }));
}
