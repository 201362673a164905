import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { encodePieces } from "../std/encode-pieces.js";
import { listNames } from "../std/list-names.js";

/**
 * A file that is being written, or that a killed run left. The name is hidden: no command takes it
 * for a file of the catalog.
 */
const PART = /^\.codegen-[0-9a-f-]{36}\.part$/;

/** Whether a file is one that a run was writing. */
export function isPart(path: string): boolean {
  return PART.test(path.slice(path.lastIndexOf("/") + 1));
}

/**
 * Returns the path of a new part beside its target. It does not name the process: two containers
 * that share a folder may have the same ids. It does not name the target: that name may be as long
 * as a name can be.
 */
export function partBeside(target: string): string {
  return join(dirname(target), `.codegen-${randomUUID()}.part`);
}

/** Options for writing a part. */
interface PartOptions {
  /** Whether it is on the disk before it takes its place. */
  readonly flush: boolean;
}

/** Writes a part. */
export function writePart(part: string, text: string, { flush }: PartOptions): void {
  writeFileSync(part, text, { flush, flag: "wx" });
}

/** Writes the part of a long file, which is never in memory as a whole. */
export function writePartInPieces(part: string, pieces: Iterable<string>): void {
  const file = openSync(part, "wx");
  try {
    for (const bytes of encodePieces(pieces)) writeFileSync(file, bytes);
  } finally {
    closeSync(file);
  }
}

/** On a disk that has become read-only a part remains, and the next run removes it. */
export function removePart(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // The first failure is the one to report.
  }
}

/** Removes what killed runs left in a folder: parts that are at least `age` milliseconds old. */
export function sweepParts(folder: string, age: number): void {
  for (const name of listNames(folder)) {
    if (!isPart(name)) continue;
    const part = join(folder, name);
    const changed = statSync(part, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - changed >= age) removePart(part);
  }
}
