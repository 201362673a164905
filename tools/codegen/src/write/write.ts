import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { FileChanges } from "./compare-files.js";
import type { OutputFile } from "./output-file.js";

/**
 * Brings the files on disk to what the catalog gives, as `writeFiles` does, and then removes what nothing generates:
 * also what a run has left that was killed.
 *
 * Two runs at once on one catalog both succeed. Where the catalog changes between them, the files are whole but may be
 * of both; `findDrift` names them, and the next run mends it.
 *
 * It throws, and changes nothing, where a file is in the way that codegen has not written.
 */
export function write(
  directory: string,
  { outdated, missing, unexpected, foreign }: FileChanges,
): void {
  if (foreign.length > 0)
    throw new Error(`codegen has not written ${foreign.join(", ")}; nothing was changed`);
  writeFiles(directory, [...outdated, ...missing]);
  for (const path of unexpected) {
    try {
      rmSync(join(directory, path), { force: true });
    } catch (error) {
      throw explain(error, `cannot remove ${path}`, "every generated file is written");
    }
  }
}

/**
 * Writes files, each of them whole or not at all. Everything is written beside its place and flushed first, and only
 * when all of it is there is the first file replaced: a failure until then leaves every file as it was, and names the
 * one that failed. The folders are not flushed: a power cut may undo a replacement, and gives back the whole old file.
 */
export function writeFiles(directory: string, files: readonly OutputFile[]): void {
  const prepared: Prepared[] = [];
  let replaced = 0;
  let current = "";
  try {
    for (const { path, text } of files) {
      current = path;
      const target = resolve(directory, path);
      // Not the process' id: two containers that share a folder may have the same.
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
    throw explain(error, `cannot write ${current}`, state);
  } finally {
    for (const { part } of prepared.slice(replaced)) removeIfPossible(part);
  }
}

/** A file on its way: `part` becomes `target`. */
interface Prepared extends OutputFile {
  readonly part: string;
  readonly target: string;
}

function prepare({ part, target, text }: Prepared): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(part, text, { flush: true });
}

/**
 * Another run at the same time removes our part as one that was left: it cannot tell, as a process' id says nothing
 * across containers, and is given again. So a part that is gone is prepared once more. Each run removes only what it
 * found when it started, so this ends.
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

/** What the system says of a full disk names no file. */
function explain(error: unknown, what: string, state: string): unknown {
  if (error instanceof Error && "syscall" in error)
    error.message = `${what}: ${error.message}; ${state}`;
  return error;
}

/** On a disk that has become read-only a part stays, and the next run removes it. */
function removeIfPossible(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // What went wrong first is what is told.
  }
}
