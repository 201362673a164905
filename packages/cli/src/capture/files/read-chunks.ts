import { Buffer } from "node:buffer";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { UnreadableFile } from "./unreadable-file.js";

/** Larger chunks are no faster. */
export const CHUNK_BYTES: number = 256 * 1024;

/** Takes how many more bytes were read. */
export type OnBytes = (count: number) => void;

/** Reads a file, or standard input for `-`. A chunk is valid until the next one is asked for. */
export async function* readChunks(file: string, onBytes: OnBytes): AsyncGenerator<Buffer> {
  if (file === "-") yield* readInput(onBytes);
  else yield* readFile(file, onBytes);
}

/** Fills one buffer again and again: a stream makes a new one for each chunk. */
async function* readFile(file: string, onBytes: OnBytes): AsyncGenerator<Buffer> {
  if (statSync(file).isDirectory())
    throw new UnreadableFile("is a folder: name the files in it, such as 'folder/*.log'");
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let count = 1; count > 0; ) {
      count = readSync(handle, buffer, 0, CHUNK_BYTES, null);
      onBytes(count);
      if (count > 0) yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(handle);
  }
}

async function* readInput(onBytes: OnBytes): AsyncGenerator<Buffer> {
  for await (const chunk of process.stdin) {
    const bytes = chunk as Buffer;
    onBytes(bytes.length);
    yield bytes;
  }
}
