import { readFileSync, statSync } from "node:fs";
import { showInLine } from "../../characters/unseen.js";
import { UserError } from "../../problem/user-error.js";
import { decodeUtf8 } from "../../std/decode-utf8.js";

/** A file that the user named, as bytes and as text. */
export interface TextFile {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** No error table is larger, and twenty times as much memory is needed to read it. */
const MAX_MEBIBYTES = 64;

/** Reads a file that must be UTF-8, and not too large. */
export function readTextFile(file: string): TextFile {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new UserError(`there is no file ${showInLine(file)}`, 1);
  const { size } = stats;
  if (size > MAX_MEBIBYTES * 2 ** 20) {
    throw new UserError(
      `${showInLine(file)} is larger than ${MAX_MEBIBYTES} MiB; nothing was changed`,
      1,
    );
  }
  const bytes = readFileSync(file);
  const text = decodeUtf8(bytes);
  if (text === undefined)
    throw new UserError(`${showInLine(file)} is not UTF-8; nothing was changed`, 1);
  return { bytes, text };
}
