import { closeSync, openSync, readSync, statSync } from "node:fs";
import { showInLine } from "../../characters/unseen.js";
import { UserError } from "../../problem/user-error.js";
import { decodeUtf8 } from "../../std/decode-utf8.js";
import { AS_BIGINT } from "../../std/read-regular-file.js";

/** No error table is larger, and twenty times as much memory is needed to read it. */
const MAX_MEBIBYTES = 64;

/**
 * Returns the text of a file that must be UTF-8, or what else `decode` reads, and not too large. It
 * may be a pipe, such as `/dev/stdin`, that nobody ever closes: a time limit must end the reading.
 */
export function readTextFile(
  file: string,
  decode: (bytes: Uint8Array) => string | undefined = decodeUtf8,
): string {
  const stats = statSync(file, { ...AS_BIGINT, throwIfNoEntry: false });
  if (stats === undefined) throw new UserError(`there is no file ${showInLine(file)}`, 1);
  if (stats.isDirectory()) throw new UserError(`${showInLine(file)} is a folder`, 1);
  const bytes = readAtMost(file, MAX_MEBIBYTES * 2 ** 20);
  if (bytes === undefined) {
    throw new UserError(
      `${showInLine(file)} is larger than ${MAX_MEBIBYTES} MiB; nothing was changed`,
      1,
    );
  }
  const binary = BINARY.find(([signature]) => Buffer.from(signature).equals(bytes.subarray(0, 4)));
  if (binary !== undefined)
    throw new UserError(`${showInLine(file)} is ${binary[1]}; nothing was changed`, 1);
  const text = decode(bytes);
  if (text === undefined)
    throw new UserError(`${showInLine(file)} is not UTF-8; nothing was changed`, 1);
  return text;
}

/** The first bytes of documents that are not text, and what to do about them. */
const BINARY: readonly (readonly [signature: string, what: string])[] = [
  ["PK\u0003\u0004", "a spreadsheet or another archive, not text: save it as CSV or HTML"],
  ["%PDF", "a PDF, not text: copy its text into a .txt file"],
];

/** The size of one read, in bytes. */
const CHUNK = 2 ** 20;

/**
 * Reads a file to its end; undefined if it is larger. The size of a device or a pipe is unknown.
 */
function readAtMost(file: string, size: number): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const descriptor = openSync(file, "r");
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    while (total <= size) {
      const read = readSync(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks);
      // A copy: a pipe gives a part of what fits.
      chunks.push(Buffer.from(chunk.subarray(0, read)));
      total += read;
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}
