import { join, posix } from "node:path";
import { readTextIfPresent } from "../std/read-regular-file.js";
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
  const text = readTextIfPresent(join(plan.root, FILE));
  return text !== undefined && text !== print(plan);
}

function print(plan: InitPlan): string {
  return `${gitattributes(plan).join("\n")}\n`;
}

/** The lines that the file needs. */
export function gitattributes({ catalogFolder, partFolders }: InitPlan): readonly string[] {
  const inCatalog = (folder: string) => pattern(posix.join(catalogFolder, folder));
  return [
    keepLineEndings(catalogFolder),
    `${inCatalog("evidence")} -text`,
    `${inCatalog("generated")} linguist-generated`,
    ...Object.values(partFolders).map((folder) => `${keepLineEndings(folder)} linguist-generated`),
  ];
}

/** The line that keeps the line endings of all files in a folder. */
export function keepLineEndings(folder: string): string {
  return `${pattern(folder)} text=auto eol=lf`;
}

/** The pattern of all files in a folder, whatever signs of patterns its name has. */
function pattern(folder: string): string {
  const path = posix.join(folder.replace(/[[*?\\]|^!/g, "\\$&"), "**");
  return /^[\w./*-]+$/.test(path) ? path : quote(path);
}

/** A text in quotation marks, as Git reads it: bytes have three octal digits. */
function quote(text: string): string {
  const escaped = text.replace(/["\\]/g, "\\$&").replace(/\p{Cc}/gu, (control) => {
    const bytes = [...Buffer.from(control)];
    return bytes.map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  });
  return `"${escaped}"`;
}
