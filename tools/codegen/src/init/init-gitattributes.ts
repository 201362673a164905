import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { OutputFile } from "../write/output-file.js";
import type { InitPlan } from "./init-plan.js";

const FILE = ".gitattributes";

/**
 * The file that makes Git keep the line endings of the catalog and of generated files, which are
 * compared byte for byte. None if the project has such a file: it is edited by hand.
 */
export function initGitattributes(plan: InitPlan): readonly OutputFile[] {
  return hasGitattributes(plan) ? [] : [{ path: FILE, text: print(plan) }];
}

/** Whether the project has such a file already, with other lines. */
export function hasGitattributes(plan: InitPlan): boolean {
  const file = join(plan.root, FILE);
  return existsSync(file) && readFileSync(file, "utf8") !== print(plan);
}

function print(plan: InitPlan): string {
  return `${gitattributes(plan).join("\n")}\n`;
}

/** The lines that the file needs. */
export function gitattributes({ catalogFolder, partFolders }: InitPlan): readonly string[] {
  const inCatalog = (path: string) => posix.join(catalogFolder, path);
  return [
    `${pattern(inCatalog("**"))} text=auto eol=lf`,
    `${pattern(inCatalog("evidence/**"))} -text`,
    `${pattern(inCatalog("generated/**"))} linguist-generated`,
    ...Object.values(partFolders).map(
      (folder) => `${pattern(posix.join(folder, "**"))} text=auto eol=lf linguist-generated`,
    ),
  ];
}

function pattern(path: string): string {
  return /^[\w./*-]+$/.test(path) ? path : JSON.stringify(path);
}
