import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readTextIfPresent } from "../std/read-regular-file.js";

/** The package manager of the workspace that a folder is in; undefined if it is not in one. */
export function workspaceManager(root: string): "npm" | "pnpm" | "yarn" | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "pnpm-workspace.yaml"))) return "pnpm";
    const text = readTextIfPresent(join(folder, "package.json")) ?? "";
    const [, manager] = /"packageManager": *"(pnpm|yarn(?=@[2-9]))/.exec(text) ?? [];
    if (manager !== undefined) return manager as "pnpm" | "yarn";
    if (text.includes('"workspaces"')) return "npm";
    if (folder === dirname(folder)) return undefined;
  }
}
