/**
 * Prints a text for DuckDB and PostgreSQL. A backslash and what would break a line are escaped, in
 * the form that means the same whatever the settings of the server are.
 */
export function printSqlText(text: string): string {
  const quoted = `'${storable(text).replaceAll("'", "''")}'`;
  const escaped = escapeEach(quoted, /\\/, (code) => code.toString(8).padStart(3, "0"));
  return escaped === quoted ? quoted : `E${escaped}`;
}

/** Prints a text for ClickHouse, where a backslash always escapes. */
export function printClickHouseText(text: string): string {
  const toHex = (code: number) => `x${code.toString(16).padStart(2, "0")}`;
  return `'${escapeEach(storable(text), /['\\]/, toHex)}'`;
}

/** Puts a backslash before each sign, and before the code of each control character. */
function escapeEach(text: string, sign: RegExp, toEscape: (code: number) => string): string {
  const escapeOne = (char: string) => {
    if (sign.test(char)) return `\\${char}`;
    return char < " " || char === "\u007f" ? `\\${toEscape(char.charCodeAt(0))}` : char;
  };
  return [...text].map(escapeOne).join("");
}

/** PostgreSQL has no texts with NUL. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd");
}
