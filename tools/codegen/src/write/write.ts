import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import type { FileChanges } from "./compare-files.js";
import type { OutputFile } from "./output-file.js";

/**
 * Writes the generated files that differ, as `writeFiles` does, and then removes those that are no
 * longer generated, with what a killed run left.
 *
 * Two runs at once on one catalog both succeed. If the catalog changes between them, each file is
 * whole but the files may be of both; `compareFiles` finds them, and the next run fixes it.
 *
 * Throws, and changes nothing, if a file is in the way that codegen did not generate.
 */
export function write(
  directory: string,
  { outdated, missing, unexpected, foreign }: FileChanges,
): void {
  if (foreign.length > 0) {
    const files = foreign.join(", ");
    throw new Error(`refusing to overwrite files that codegen did not generate: ${files}`);
  }
  writeFiles(directory, [...outdated, ...missing]);
  for (const path of unexpected) {
    try {
      rmSync(join(directory, path), { force: true });
    } catch (error) {
      const file = pathFromCurrentFolder(directory, path);
      throw explain(error, `cannot remove ${file}`, "every generated file is written");
    }
  }
}

/**
 * Writes files, each of them whole or not at all. All of them are written beside their places and
 * flushed before the first is replaced. A failure until then leaves every file unchanged, and its
 * message names the file. Folders are not flushed: a power cut may bring an old file back, whole.
 */
export function writeFiles(directory: string, files: readonly OutputFile[]): void {
  const prepared: Prepared[] = [];
  let replaced = 0;
  let current = "";
  try {
    for (const { path, text } of files) {
      current = path;
      const target = resolve(directory, path);
      // Not the id of the process: two containers that share a folder may have the same.
      const file = { path, text, target, part: `${target}.${randomUUID()}.part` };
      prepared.push(file);
      prepare(file);
    }
    for (const file of prepared) {
      current = file.path;
      replace(file);
      replaced += 1;
    }
  } catch (error) {
    const state =
      replaced === 0
        ? "nothing was changed"
        : `${replaced} of ${files.length} files are written, each of them whole`;
    throw explain(error, `cannot write ${pathFromCurrentFolder(directory, current)}`, state);
  } finally {
    for (const { part } of prepared.slice(replaced)) removeIfPossible(part);
  }
}

/** A file that is being written: `part` becomes `target`. */
interface Prepared extends OutputFile {
  readonly part: string;
  readonly target: string;
}

function prepare({ part, target, text }: Prepared): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(part, text, { flush: true });
}

/**
 * Another run at the same time removes our part as a left-over. It cannot know better: the ids of
 * processes are reused, and differ between containers. So a missing part is prepared once more.
 * Each run removes only what it found at its start, so this ends.
 */
function replace(file: Prepared): void {
  try {
    renameSync(file.part, file.target);
  } catch (error) {
    if (existsSync(file.part) || !isMissing(error)) throw error;
    prepare(file);
    replace(file);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Adds the file, which the system's message about a full disk does not name. */
function explain(error: unknown, what: string, state: string): unknown {
  if (error instanceof Error && "syscall" in error)
    error.message = `${what}: ${error.message}; ${state}`;
  return error;
}

/** On a disk that has become read-only a part remains, and the next run removes it. */
function removeIfPossible(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // The first failure is the one to report.
  }
}
