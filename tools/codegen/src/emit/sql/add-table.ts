import { type Catalog, wireOf } from "../../catalog/catalog.js";
import { inParts } from "../../std/in-parts.js";
import type { GeneratedFile } from "../generated-file.js";
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
  { columns, rows }: SqlTable,
  printValue: (value: SqlValue) => string,
): void {
  const opening = `INSERT INTO ${name} (${columns.map((column) => column.name).join(", ")}) VALUES`;
  file.each(
    () => inParts(rows(), ROWS_AT_ONCE),
    (part) => {
      file.line(opening);
      for (const [index, row] of part.entries()) {
        const end = index === part.length - 1 ? ";" : ",";
        file.line(`  (${row.map(printValue).join(", ")})${end}`);
      }
    },
  );
}
