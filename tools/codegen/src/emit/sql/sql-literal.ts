import type { SqlValue } from "./sql-table.js";

/**
 * Prints a text for DuckDB and PostgreSQL. A backslash and what would break a line are escaped, in
 * the form that means the same whatever the settings of the server are.
 */
export function printSqlText(text: string): string {
  if (!HAS_SPECIAL.test(text)) return `'${text}'`;
  let prefix = "";
  const escaped = text.replace(SPECIAL, (char) => {
    if (char === "'") return "''";
    if (char === "\u0000") return REPLACEMENT;
    prefix = "E";
    return char === "\\" ? "\\\\" : `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
  return `${prefix}'${escaped}'`;
}

/** Prints a value that is not a list for DuckDB and PostgreSQL. */
export function printSqlValue(value: SqlValue): string {
  if (value === null || value === undefined) return "NULL";
  return typeof value === "string" ? printSqlText(value) : String(value);
}

/** Prints a text for ClickHouse, where a backslash always escapes. */
export function printClickHouseText(text: string): string {
  if (!HAS_SPECIAL.test(text)) return `'${text}'`;
  const escaped = text.replace(SPECIAL, (char) => {
    if (char === "'" || char === "\\") return `\\${char}`;
    if (char === "\u0000") return REPLACEMENT;
    return `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
  return `'${escaped}'`;
}

/** Matches characters that a text between quotation marks must escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped.
const HAS_SPECIAL = /['\\\u0000-\u001f\u007f]/;
const SPECIAL = new RegExp(HAS_SPECIAL, "g");

/** PostgreSQL has no texts with NUL. */
const REPLACEMENT = "\ufffd";
