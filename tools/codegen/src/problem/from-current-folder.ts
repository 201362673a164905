import { resolve } from "node:path";
import { posixRelative } from "../std/posix-path.js";
import type { Problem } from "./problem.js";

/** A path as seen from the current folder, where terminals, editors and CI find it. */
export function pathFromCurrentFolder(folder: string, path: string): string {
  return posixRelative(process.cwd(), resolve(folder, path)) || ".";
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
