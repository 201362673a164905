import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPackage } from "../std/read-package.js";

/** The package manager of the workspace that a folder is in; undefined if it is not in one. */
export function workspaceManager(root: string): "npm" | "pnpm" | "yarn" | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "pnpm-workspace.yaml"))) return "pnpm";
    const { packageManager, workspaces } = readPackage(folder);
    const [manager] = /^(?:pnpm|yarn(?=@[2-9]))/.exec(String(packageManager)) ?? [];
    if (manager !== undefined) return manager as "pnpm" | "yarn";
    if (workspaces !== undefined) return "npm";
    if (folder === dirname(folder)) return undefined;
  }
}
