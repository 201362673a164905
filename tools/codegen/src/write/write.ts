import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { errorCode } from "../std/error-code.js";
import { tryReadText } from "../std/read-regular-file.js";
import type { FileChanges } from "./compare-files.js";
import { explainFailure } from "./explain-failure.js";
import {
  extendFileList,
  FILE_LIST,
  isFolderLine,
  parseFileList,
  readFileList,
} from "./file-list.js";
import { holdSignals } from "./hold-signals.js";
import { makeFolder } from "./make-folder.js";
import type { OutputFile } from "./output-file.js";
import { EDITED_FOLDERS } from "./owned-folder.js";
import {
  isPart,
  partBeside,
  removePart,
  sweepParts,
  writePart,
  writePartInPieces,
} from "./part-file.js";
import { createPlaceCheck } from "./place-fault.js";
import { idIn } from "./recognize-files.js";

/**
 * Writes the generated files that differ, each of them whole or not at all, and then removes those
 * that are no longer generated, with what a killed run left. All files are written beside their
 * places before the first is replaced. A failure until then leaves every file unchanged, and its
 * message names the file. Nothing is flushed to the disk, which takes longer than all the rest:
 * after a power cut, `compareFiles` finds the files that did not reach it, and the next run writes
 * them again.
 *
 * Two runs at once on one catalog both succeed. If the catalog changes between them, each file is
 * whole but the files may be of both; `compareFiles` finds them, and the next run fixes it.
 *
 * Throws, and changes nothing, if something is in the way that codegen did not generate.
 */
export function write(directory: string, changes: FileChanges): void {
  const [obstacle] = changes.obstacles;
  if (obstacle !== undefined)
    throw new Error(`refusing to write: ${obstacle.path} ${obstacle.reason}`);
  holdSignals(() => writeChanges(directory, changes));
}

function writeChanges(directory: string, { outdated, missing, unexpected }: FileChanges): void {
  const files = [...outdated, ...missing];
  const list = files.find(({ path }) => path === FILE_LIST);
  const others = files.filter((file) => file !== list);
  // A run that is killed has listed what it wrote, and what it was to remove.
  const first = list && withFormerId(directory, withRemoved(directory, list, unexpected));
  writeFiles(directory, first === undefined ? others : [first, ...others]);
  for (const path of unexpected) {
    try {
      rmSync(join(directory, path), { force: true });
    } catch (error) {
      const file = pathFromCurrentFolder(directory, path);
      throw explainFailure(error, `cannot remove ${file}`, "every generated file is written");
    }
  }
  if (list !== undefined && first?.text !== list.text) writeFiles(directory, [list]);
  for (const folder of [".", ...EDITED_FOLDERS]) sweepParts(join(directory, folder), OLD_MS);
}

/** No command takes as long to replace a file: a part of this age was left. */
const OLD_MS = 60_000;

/** The list of files with those that are about to be removed. */
function withRemoved(
  directory: string,
  list: OutputFile,
  unexpected: readonly string[],
): OutputFile {
  const listed = readFileList(directory);
  const removed = unexpected.filter((path) => listed.has(path) && !isPart(path));
  // A folder that is no longer the catalog's is known from the list alone.
  const folders = [...listed].filter(isFolderLine);
  return unexpected.length === 0 ? list : extendFileList(list, [...removed, ...folders]);
}

/** The list with the id that the other files may still have, if the catalog has another one now. */
function withFormerId(directory: string, list: OutputFile): OutputFile {
  const present = tryReadText(join(directory, FILE_LIST)) ?? list.text;
  const isSame = idIn(present) === idIn(list.text);
  return isSame ? list : extendFileList({ ...list, text: present }, parseFileList(list.text));
}

function writeFiles(directory: string, files: readonly OutputFile[]): void {
  const prepared: Prepared[] = [];
  let replaced = 0;
  let current = "";
  try {
    const findFault = createPlaceCheck(directory);
    for (const output of files) {
      current = output.path;
      // The path may have become a link since it was compared.
      const fault = findFault(current);
      if (fault !== undefined) throw new Error(`refusing to write: ${fault}`);
      const target = resolve(directory, current);
      const file = { output, target, part: partBeside(target) };
      prepared.push(file);
      prepare(file);
    }
    for (const file of prepared) {
      current = file.output.path;
      replace(file);
      replaced += 1;
    }
  } catch (error) {
    const state =
      replaced === 0
        ? "nothing was changed"
        : `${replaced} of ${files.length} files are written, each of them whole`;
    const file = pathFromCurrentFolder(directory, current);
    throw explainFailure(error, `cannot write ${file}`, state);
  } finally {
    for (const { part } of prepared.slice(replaced)) removePart(part);
  }
}

/** A file that is being written: `part` becomes `target`. */
interface Prepared {
  readonly output: OutputFile;
  readonly part: string;
  readonly target: string;
}

function prepare({ part, target, output }: Prepared): void {
  makeFolder(dirname(target));
  if (output.pieces === undefined) writePart(part, output.text, { flush: false });
  else writePartInPieces(part, output.pieces());
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
    if (existsSync(file.part) || errorCode(error) !== "ENOENT") throw error;
    prepare(file);
    replace(file);
  }
}
