import { utf16Of } from "../text/utf16-of.js";

/** Returns all of standard input as text. */
export async function readInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  // As a stream, which may end in half of a character, as lines that `tail` takes of UTF-16 do.
  return new TextDecoder(utf16Of(bytes)).decode(bytes, { stream: true });
}
