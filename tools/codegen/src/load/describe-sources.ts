import { statSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../std/error-code.js";
import { listNames } from "../std/list-names.js";
import { MANIFEST } from "./read-files.js";
import { RELEASED } from "./released-file.js";

/** The files and folders that a catalog is read from. */
const FILES = [MANIFEST, "wire.schema.json", "openapi.yaml", "glossary.yaml", RELEASED];
const FOLDERS = ["catalog", "locales", "evidence"];

/**
 * Describes the files that a catalog is read from. If the description is the same before and after
 * something, nobody has changed a file meanwhile.
 */
export function describeSources(directory: string): string {
  const inFolders = FOLDERS.flatMap((folder) =>
    listNames(join(directory, folder))
      .filter((name) => !name.startsWith("."))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return describeFiles([...FILES, ...inFolders].map((file) => join(directory, file)));
}

/** Describes files: the description is another one after any of them was changed. */
export function describeFiles(files: readonly string[]): string {
  return files.map((file) => `${file} ${stateOf(file)}`).join("\n");
}

function stateOf(file: string): string {
  try {
    const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
    return `${stats?.ino} ${stats?.size} ${stats?.mtimeNs} ${stats?.ctimeNs}`;
  } catch (error) {
    // A link that leads to itself, or into a folder that cannot be read.
    return String(errorCode(error));
  }
}
