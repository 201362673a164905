import { Buffer } from "node:buffer";
import { pipeline, Readable, type Transform } from "node:stream";
import { TextDecoder } from "node:util";
import * as zlib from "node:zlib";
import { utf16Of } from "../../text/utf16-of.js";
import { CHUNK_BYTES } from "./read-chunks.js";
import { UnreadableFile } from "./unreadable-file.js";

/** Decompresses gzip and zstd, and turns UTF-16 into UTF-8: the first bytes say what a file is. */
export async function* decodeChunks(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await chunks.next();
  if (first.done) return;
  const whole = prepend(first.value, chunks);
  const decompress = decompressorFor(first.value);
  yield* decompress === undefined ? decodeText(whole) : decodeText(through(whole, decompress));
}

async function* prepend(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** Newer versions of Node decompress zstd. */
type NewerZlib = typeof zlib & { readonly createZstdDecompress?: () => Transform };

function decompressorFor(start: Buffer): Transform | undefined {
  if (start[0] === 0x1f && start[1] === 0x8b) return zlib.createGunzip({ chunkSize: CHUNK_BYTES });
  if (start.length < 4 || start.readUInt32LE(0) !== 0xfd2fb528) return undefined;
  const create = (zlib as NewerZlib).createZstdDecompress;
  if (create === undefined)
    throw new UnreadableFile(
      "is compressed with zstd, which Node reads from 22.15 on: use zstd -dc and a pipe",
    );
  return create();
}

async function* through(chunks: AsyncGenerator<Buffer>, stream: Transform): AsyncGenerator<Buffer> {
  // An error of either end comes out of the loop below.
  pipeline(Readable.from(copy(chunks)), stream, () => undefined);
  for await (const chunk of stream) yield chunk as Buffer;
}

/** A stream asks for the next chunk before it has used the last one. */
async function* copy(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** Removes a byte order mark, and turns UTF-16 into UTF-8. */
async function* decodeText(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) decoder = decoderFor(chunk);
    if (decoder !== undefined) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    else yield isFirst && isMarked(chunk) ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}

function decoderFor(start: Buffer): TextDecoder | undefined {
  const encoding = utf16Of(start);
  return encoding && new TextDecoder(encoding);
}

function isMarked(chunk: Buffer): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}
