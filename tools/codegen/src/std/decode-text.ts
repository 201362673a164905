import { decodeUtf8 } from "./decode-utf8.js";

/**
 * Returns the text of UTF-8, or of UTF-16 with a byte order mark, which spreadsheets write;
 * undefined if the bytes are neither.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  return decodeUtf8(bytes) ?? decodeUtf16(bytes);
}

function decodeUtf16(bytes: Uint8Array): string | undefined {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const encoding = { "255 254": "utf-16le", "254 255": "utf-16be" }[mark];
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
