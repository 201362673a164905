import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { encodePieces } from "../std/encode-pieces.js";
import { type KnownTexts, readKnownText } from "../std/read-known-text.js";
import { assertRegular } from "../std/read-regular-file.js";
import { isFolder } from "./make-folder.js";
import type { OutputFile } from "./output-file.js";

/** The file on disk in the place of a generated one. */
export interface PresentFile {
  readonly isSame: boolean;
  /** The beginning of the file, at least its first lines. */
  readonly head: string;
}

/**
 * Compares the file on disk with a generated one; undefined if there is none, or not to be read.
 */
export function readPresent(
  path: string,
  file: OutputFile,
  known: KnownTexts,
): PresentFile | "folder" | undefined {
  // Where there is nothing yet, an error would take longer than all else about the file.
  if (!existsSync(path)) return undefined;
  try {
    if (file.pieces !== undefined) return readInPieces(path, file.pieces());
    const head = readKnownText(path, known);
    return { isSame: head === file.text, head };
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    return isFolder(path) ? "folder" : undefined;
  }
}

/** The size of the beginning to read, in bytes. */
const HEAD = 4096;

function readInPieces(path: string, pieces: Iterable<string>): PresentFile {
  assertRegular(path);
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(HEAD);
    const size = readSync(file, head, 0, HEAD, 0);
    return { isSame: hasBytes(file, encodePieces(pieces)), head: head.toString("utf8", 0, size) };
  } finally {
    closeSync(file);
  }
}

/** Whether a file has these bytes and no more. */
function hasBytes(file: number, pieces: Iterable<Uint8Array>): boolean {
  let at = 0;
  let present = Buffer.alloc(0);
  for (const piece of pieces) {
    if (present.length < piece.length) present = Buffer.allocUnsafe(piece.length);
    const size = readSync(file, present, 0, piece.length, at);
    if (!present.subarray(0, size).equals(piece)) return false;
    at += size;
  }
  return readSync(file, Buffer.alloc(1), 0, 1, at) === 0;
}
