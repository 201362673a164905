import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPackage } from "../std/read-package.js";
import { contains } from "./contains.js";

/**
 * Returns the folder of the project that a catalog belongs to, which codegen never writes outside
 * of: the nearest one at or above the catalog's folder that is
 *
 * 1. a Git repository, a worktree or a submodule,
 * 2. else the root of a workspace,
 * 3. else a folder above it that has a `package.json`.
 *
 * Without any of these it is the current folder, if the catalog is in it, or else the folder that
 * the catalog's is in.
 */
export function findProject(directory: string): string {
  const above = foldersAbove(dirname(directory));
  const all = [directory, ...above];
  return (
    all.find((folder) => existsSync(join(folder, ".git"))) ??
    all.find(isWorkspace) ??
    above.find((folder) => existsSync(join(folder, "package.json"))) ??
    (isBelow(process.cwd(), directory) ? process.cwd() : dirname(directory))
  );
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

function isWorkspace(folder: string): boolean {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return true;
  return readPackage(folder).workspaces !== undefined;
}

function isBelow(folder: string, path: string): boolean {
  return path !== folder && contains(folder, path);
}
