import { existsSync, lstatSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { listNames } from "../std/list-names.js";
import { readTextIfPresent } from "../std/read-regular-file.js";
import { explainFailure } from "./explain-failure.js";
import { holdSignals } from "./hold-signals.js";
import { makeFolder } from "./make-folder.js";
import type { OutputFile } from "./output-file.js";
import { isPart, partBeside } from "./part-file.js";

/** The file that says that a folder is codegen's, and all in it. */
const MARK = "generated-by-codegen.txt";

const EXPLANATION =
  "codegen generated this folder, and replaces it as a whole. Keep no other files in it.\n";

/**
 * Writes a folder that consists of generated files: all of them are written beside it, and then it
 * takes its place at once. The folder is the one that the user named; it is replaced only if
 * codegen has written it before, or if nothing is in it.
 *
 * Throws a `UserError`, and changes nothing, if something else is there, or a link.
 */
export function replaceFolder(folder: string, files: readonly OutputFile[]): void {
  const target = resolve(folder);
  const fault = findFault(target);
  if (fault !== undefined) throw new UserError(`${folder} ${fault}; nothing was written`);
  holdSignals(() => {
    replace(target, files);
    sweepFolders(dirname(target));
  });
}

function findFault(target: string): string | undefined {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (stats.isSymbolicLink()) return "is a symbolic link, and codegen writes through none";
  if (!stats.isDirectory()) return "is not a folder";
  const isEmpty = readdirSync(target).length === 0;
  return isEmpty || isMarked(target)
    ? undefined
    : "has files in it that codegen did not generate: choose another folder";
}

/** Whether codegen has written a folder. Git may have changed the line endings of the mark. */
function isMarked(folder: string): boolean {
  return readTextIfPresent(join(folder, MARK))?.replaceAll("\r\n", "\n") === EXPLANATION;
}

function replace(target: string, files: readonly OutputFile[]): void {
  const [part, old] = [partBeside(target), partBeside(target)];
  try {
    writeAll(part, [...files, { path: MARK, text: EXPLANATION }]);
    if (existsSync(target)) renameSync(target, old);
    renameSync(part, target);
  } catch (error) {
    if (!existsSync(target) && existsSync(old)) renameSync(old, target);
    const shown = pathFromCurrentFolder(".", target);
    throw explainFailure(error, `cannot write ${shown}`, "nothing was changed");
  } finally {
    removeFolder(part);
  }
  removeFolder(old);
}

/** No run takes as long to write a folder: one of this age was left. */
const OLD_MS = 3_600_000;

/** Removes the folders that killed runs left in another folder. */
function sweepFolders(parent: string): void {
  for (const name of listNames(parent).filter(isPart)) {
    const folder = join(parent, name);
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats?.isDirectory() && Date.now() - stats.mtimeMs >= OLD_MS) removeFolder(folder);
  }
}

/** Removes a folder that nobody needs. One that remains is swept by a later run. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It may be another user's, or in use, and the first failure is the one to report.
  }
}

function writeAll(folder: string, files: readonly OutputFile[]): void {
  const made = new Set<string>();
  for (const { path, text } of files) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) makeFolder(parent);
    made.add(parent);
    writeFileSync(file, text, { flag: "wx" });
  }
}
