import { type Catalog, wireOf } from "../../catalog/catalog.js";
import { inParts } from "../../std/in-parts.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import type { GeneratedFile } from "../generated-file.js";
import { printSqlValue } from "./sql-literal.js";
import type { SqlTable, SqlValue } from "./sql-table.js";
import { notesOn } from "./verdict.js";

/** More rows are inserted by several statements: engines limit the length of one. */
const ROWS_AT_ONCE = 1000;

/** Writes the header of a file, what it is for, and how it is used. */
export function addHeader(
  file: GeneratedFile,
  catalog: Catalog,
  what: string,
  example: string,
): void {
  file.header(catalog, "catalog/*.yaml", "--");
  const notes = notesOn(wireOf(catalog.manifest));
  const purpose = `The errors as tables, and ${what} that reads a code and a text as parseResponse does:`;
  for (const line of [purpose, `  ${example}`, ...notes])
    file.line(`-- ${line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")}`);
}

/** Writes a statement that creates a table, with a column on each line. */
export function addColumns(
  file: GeneratedFile,
  opening: string,
  lines: readonly string[],
  closing: string,
): void {
  file.block(
    `${opening} (`,
    () => {
      for (const [index, line] of lines.entries())
        file.line(index === lines.length - 1 ? line : `${line},`);
    },
    `)${closing};`,
  );
}

/** Writes the statements that insert a table's rows, one row on a line. */
export function addInserts(
  file: GeneratedFile,
  name: string,
  table: SqlTable,
  printValue: (value: SqlValue) => string,
): void {
  file.pasteEach(() => printInserts(name, table, printValue));
}

/**
 * Writes the same for DuckDB and PostgreSQL, which print all values but lists alike. The statements
 * are printed once, and kept with the table: 40 MB for 100,000 errors.
 */
export function addSharedInserts(file: GeneratedFile, name: string, table: SqlTable): void {
  file.pasteEach(() => sharedInserts(table, name));
}

const sharedInserts = memoizeByObject((table: SqlTable, name: string): readonly string[] => [
  ...printInserts(name, table, printSqlValue),
]);

/** Prints the statements in parts of some rows. */
function* printInserts(
  name: string,
  { columns, rows }: SqlTable,
  printValue: (value: SqlValue) => string,
): Generator<string> {
  const opening = `INSERT INTO ${name} (${columns.map((column) => column.name).join(", ")}) VALUES`;
  for (const statement of inParts(rows(), ROWS_AT_ONCE)) {
    let left = statement.length;
    for (const part of inParts(statement)) {
      const start = left === statement.length ? `${opening}\n` : "";
      left -= part.length;
      const lines = part.map((row) => `  (${row.map(printValue).join(", ")})`).join(",\n");
      yield `${start}${lines}${left === 0 ? ";" : ","}`;
    }
  }
}
