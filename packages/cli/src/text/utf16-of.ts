/**
 * Returns the encoding of a text in UTF-16, which PowerShell writes; undefined for any other. Its
 * first bytes say it: a byte order mark or, in the lines that `tail` takes of such a file, two
 * characters of ASCII.
 */
export function utf16Of([a, b, c, d]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return "utf-16le";
  return (a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d) ? "utf-16be" : undefined;
}
