import { readFileSync } from "node:fs";
import { UserError } from "../../problem/user-error.js";
import { decodeUtf8 } from "../../std/decode-utf8.js";

/** A file that the user named, as bytes and as text. */
export interface TextFile {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Reads a file that must be UTF-8. */
export function readTextFile(file: string): TextFile {
  const bytes = readFileSync(file);
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new UserError(`${file} is not UTF-8; nothing was changed`, 1);
  return { bytes, text };
}
