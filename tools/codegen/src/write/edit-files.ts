import { chmodSync, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { errorCode } from "../std/error-code.js";
import { readRegularFile } from "../std/read-regular-file.js";
import { explainFailure } from "./explain-failure.js";
import { holdSignals } from "./hold-signals.js";
import { withLock } from "./lock.js";
import { makeFolder } from "./make-folder.js";
import { partBeside, removePart, sweepParts, writePart } from "./part-file.js";
import { createPlaceCheck } from "./place-fault.js";

/** A change of a file that people edit. */
export interface FileEdit {
  /** Relative to a folder, with forward slashes. */
  readonly path: string;
  /** The content that was read and that the edit replaces; undefined if there must be no file. */
  readonly before: string | Uint8Array | undefined;
  /** The new text; undefined if the file is to be removed. */
  readonly after: string | undefined;
}

/**
 * Changes files that people edit, in this order. Each of them is changed whole or not at all, and
 * none before all are prepared.
 *
 * Throws a `UserError`, and changes nothing, if a file is not as it was read: somebody has saved
 * it, or another command has written it. A new file replaces none. No link is followed.
 */
export function editFiles(folder: string, edits: readonly FileEdit[]): void {
  const [first] = edits;
  if (first === undefined) return;
  const prepared = edits.map((edit): PreparedEdit => {
    const target = resolve(folder, edit.path);
    return { ...edit, folder, target, part: partBeside(target) };
  });
  assertInside(folder, edits);
  try {
    makeFolder(folder);
    holdSignals(() => withLock(folder, () => change(prepared)));
  } catch (error) {
    const file = pathFromCurrentFolder(folder, first.path);
    throw explainFailure(error, `cannot write ${file}`, "nothing was changed");
  }
}

/** An edit whose new text is in `part`. */
interface PreparedEdit extends FileEdit {
  readonly folder: string;
  readonly target: string;
  readonly part: string;
}

function change(edits: readonly PreparedEdit[]): void {
  // Whoever writes a part here holds the lock: what is left was left by a killed run.
  for (const folder of new Set(edits.map(({ target }) => dirname(target)))) sweepParts(folder, 0);
  for (const edit of edits) assertUnchanged(edit);
  let changed = 0;
  let current = edits[0];
  try {
    for (const edit of edits) {
      current = edit;
      prepare(edit);
    }
    // To write the new texts takes longer than all else: an editor may have saved meanwhile.
    for (const edit of edits) assertUnchanged(edit);
    for (const edit of edits) {
      current = edit;
      commit(edit);
      changed += 1;
    }
  } catch (error) {
    const state =
      changed === 0 ? "nothing was changed" : `${changed} of ${edits.length} files are changed`;
    throw explainFailure(error, `cannot write ${nameOf(current)}`, state);
  } finally {
    for (const { part } of edits) removePart(part);
  }
}

function prepare({ target, part, before, after }: PreparedEdit): void {
  if (after === undefined) return;
  makeFolder(dirname(target));
  // A power cut brings back the old text or the new one, whole.
  writePart(part, after, { flush: before !== undefined });
  const mode = statSync(target, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined) chmodSync(part, mode & 0o777);
}

/** Compares once more: an editor takes no lock. */
function commit(edit: PreparedEdit): void {
  const { target, part, before, after } = edit;
  if (before === undefined && after !== undefined) {
    create(edit);
    return;
  }
  assertUnchanged(edit);
  if (after === undefined) rmSync(target, { force: true });
  else renameSync(part, target);
}

/** Creates a file where there is none. */
function create(edit: PreparedEdit): void {
  try {
    linkSync(edit.part, edit.target);
  } catch (error) {
    // Some disks have no hard links. A file that is there is reported in any case.
    assertUnchanged(edit);
    if (!NO_LINKS.has(errorCode(error))) throw error;
    renameSync(edit.part, edit.target);
  }
}

const NO_LINKS: ReadonlySet<unknown> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

function assertInside(folder: string, edits: readonly FileEdit[]): void {
  const findFault = createPlaceCheck(folder, folder);
  for (const { path } of edits) {
    const fault = findFault(path);
    if (fault !== undefined) throw new UserError(`${fault}; nothing was changed`, 1);
  }
}

function assertUnchanged(edit: PreparedEdit): void {
  const { target, before } = edit;
  if (before === undefined) {
    if (existsSync(target)) throw conflict(edit, "was created");
    return;
  }
  let present: Buffer;
  try {
    present = readRegularFile(target);
  } catch (error) {
    if (!existsSync(target)) throw conflict(edit, "was removed");
    throw error;
  }
  if (!present.equals(typeof before === "string" ? Buffer.from(before) : before))
    throw conflict(edit, "was changed");
}

function conflict(edit: PreparedEdit, what: string): UserError {
  return new UserError(
    `${nameOf(edit)} ${what} while this command ran, and is left as it is; nothing was written. Run the command again`,
    1,
  );
}

function nameOf(edit: PreparedEdit | undefined): string {
  return edit === undefined ? "" : pathFromCurrentFolder(edit.folder, edit.path);
}
