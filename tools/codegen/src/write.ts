import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { OutputFile } from "./emit.js";

/** How the files on disk differ from those that the catalog gives. Paths are relative to the catalog's folder. */
export interface Drift {
  /** Files that have another content, or could not be read. */
  readonly stale: readonly OutputFile[];
  /** Files that are not there. */
  readonly missing: readonly OutputFile[];
  /** Files in a generated folder that nothing generates. */
  readonly unexpected: readonly string[];
}

/** Compares the files on disk with those that the catalog gives, and writes nothing. */
export function findDrift(
  directory: string,
  files: readonly OutputFile[],
  folders: readonly string[],
): Drift {
  const stale: OutputFile[] = [];
  const missing: OutputFile[] = [];
  for (const file of files) {
    const content = readText(join(directory, file.path));
    if (content === undefined) missing.push(file);
    else if (content !== file.text) stale.push(file);
  }
  const expected = new Set(files.map(({ path }) => resolve(directory, path)));
  const unexpected = folders
    .flatMap((folder) => listFiles(directory, folder))
    .filter((path) => !expected.has(resolve(directory, path)));
  return { stale, missing, unexpected };
}

/**
 * Brings the files on disk to what the catalog gives. Everything is written beside its place first, and only when
 * all of it is there is the first file replaced: a failure until then leaves every file as it was. Each file is
 * replaced whole.
 */
export function write(directory: string, { stale, missing, unexpected }: Drift): void {
  writeFiles(directory, [...stale, ...missing]);
  for (const path of unexpected) rmSync(join(directory, path), { force: true });
}

/** Writes files, each of them whole or not at all, and all prepared before the first is replaced. */
export function writeFiles(directory: string, files: readonly OutputFile[]): void {
  const prepared: { readonly part: string; readonly target: string }[] = [];
  try {
    for (const { path, text } of files) {
      const target = resolve(directory, path);
      const part = `${target}.${process.pid}.part`;
      mkdirSync(dirname(target), { recursive: true });
      prepared.push({ part, target });
      writeFileSync(part, text, { flush: true });
    }
    for (const { part, target } of prepared) renameSync(part, target);
  } finally {
    for (const { part } of prepared) rmSync(part, { force: true });
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function listFiles(directory: string, folder: string): string[] {
  try {
    return readdirSync(join(directory, folder), { withFileTypes: true }).flatMap((item) =>
      item.isDirectory()
        ? listFiles(directory, `${folder}/${item.name}`)
        : [`${folder}/${item.name}`],
    );
  } catch {
    return [];
  }
}
