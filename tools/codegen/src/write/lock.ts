import { closeSync, linkSync, lstatSync, openSync, renameSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { errorCode } from "../std/error-code.js";
import { readRegularText } from "../std/read-regular-file.js";
import { partBeside, removePart } from "./part-file.js";

/** The file that says that a run is replacing files of the folder. */
const LOCK = ".codegen.lock";

/** Files are replaced in milliseconds: a lock of this age belongs to a run that was killed. */
const STALE_MS = 5_000;

/**
 * Does what no other run may do at the same time in a folder, and waits for another run that does.
 * What it does must not take longer than a second.
 */
export function withLock<Result>(folder: string, action: () => Result): Result {
  const lock = join(folder, LOCK);
  while (!acquire(lock)) pause(5);
  try {
    return action();
  } finally {
    // Whether it can be removed or not, the action is done: a lock that remains becomes stale.
    removePart(lock);
  }
}

function acquire(lock: string): boolean {
  const file = create(lock);
  if (file === undefined) {
    if (isStale(lock)) breakLock(lock);
    return false;
  }
  try {
    writeFileSync(file, `${process.pid} ${hostname()}\n`);
    return true;
  } catch (error) {
    // On a full disk there is room for its name alone.
    removePart(lock);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Creates a lock, and returns its descriptor; undefined where another run holds it. */
function create(lock: string): number | undefined {
  try {
    return openSync(lock, "wx");
  } catch (error) {
    if (errorCode(error) === "EEXIST") return undefined;
    throw error;
  }
}

/** Whether the run that holds a lock was killed. */
function isStale(lock: string): boolean {
  // Of a link its own time: one that leads nowhere would never become stale.
  const changed = lstatSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return false;
  return Math.abs(Date.now() - changed) > STALE_MS || isOwnerDead(lock);
}

function isOwnerDead(lock: string): boolean {
  try {
    const [, id, host] = /^(\d+) (.*)\n$/.exec(readRegularText(lock)) ?? [];
    // Another machine, or a container, has processes of its own.
    if (id === undefined || host !== hostname()) return false;
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return errorCode(error) === "ESRCH";
  }
}

/** Removes a stale lock, unless another run has just replaced it by its own. */
function breakLock(lock: string): void {
  const moved = partBeside(lock);
  try {
    renameSync(lock, moved);
    if (!isStale(moved)) linkSync(moved, lock);
  } catch {
    // Another run was faster.
  } finally {
    removePart(moved);
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
