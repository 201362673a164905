import { showInLine } from "../characters/unseen.js";
import { hasErrors } from "../problem/problem.js";
import { count } from "../std/count.js";
import { listQuoted } from "../std/quote-briefly.js";
import type { NumberedTable } from "./choose-tables.js";

/** Most documents have fewer, and nobody reads more. */
const MAX_LISTED = 20;

/**
 * Prints the tables of a document: their lines, their rows, and what was read of them. Of many that
 * were not read, the last are only counted.
 */
export function printTables(tables: readonly NumberedTable[]): readonly string[] {
  const others = tables.filter((table) => !isRead(table));
  const counted = new Set(others.slice(MAX_LISTED));
  return [
    ...tables.filter((table) => !counted.has(table)).map(printTable),
    ...(counted.size > 0
      ? [`  not read: ${count(counted.size, "more table")} (--format json lists all)`]
      : []),
  ];
}

/** The number of rows: of those that were read, and of those that are errors. */
function countRows({ rows, problems }: Pick<NumberedTable, "rows" | "problems">): number {
  return rows.length + problems.filter((problem) => hasErrors([problem])).length;
}

function isRead({ isSkipped, reason }: NumberedTable): boolean {
  return !isSkipped && reason === undefined;
}

function printTable(table: NumberedTable): string {
  const { number, title, line, lastLine, isSkipped, reason, columns, unreadColumns } = table;
  const lines = line === lastLine ? `line ${line}` : `lines ${line}-${lastLine}`;
  const head = `  table ${number} (${showInLine(title)}, ${lines}): `;
  if (isSkipped) return `${head}left out`;
  const rows = countRows(table);
  const size = count(rows, "row");
  const before = rows === 0 ? "" : `${size}, `;
  if (reason !== undefined) return `${head}not read: ${before}${showInLine(reason)}`;
  const read = columns.map(({ column, heading }) => `${column}=${JSON.stringify(heading)}`);
  const parts = [
    size,
    ...(read.length > 0 ? [`columns ${read.join(",")}`] : []),
    ...(unreadColumns.length > 0 ? [`columns not read: ${listQuoted(unreadColumns)}`] : []),
  ];
  const hint = hintOf(table);
  return `${head}${showInLine(parts.join("; "))}${hint === "" ? "" : ` (${showInLine(hint)})`}`;
}

/**
 * The option that reads a column that was not read. Most columns without a known heading are texts.
 */
function hintOf({ columns, unreadColumns: [first] }: NumberedTable): string {
  if (first === undefined || columns.length === 0) return "";
  const headings = new Map(columns.map(({ column, heading }) => [column, heading]));
  const heading = JSON.stringify(first);
  const free = (["message", "description"] as const).find((each) => !headings.has(each));
  if (free !== undefined) return `--columns ${free}=${heading} reads one`;
  const other = JSON.stringify(headings.get("description"));
  return `--columns description=${heading} reads one in place of ${other}`;
}

/** The same for programs. */
export function tableToJson({
  number,
  title,
  line,
  lastLine,
  rows,
  problems,
  columns,
  unreadColumns,
  isSkipped,
  reason,
}: NumberedTable): object {
  return {
    number,
    title,
    line,
    lastLine,
    rows: countRows({ rows, problems }),
    columns: Object.fromEntries(columns.map(({ column, heading }) => [column, heading])),
    unreadColumns,
    ...(isSkipped && { isSkipped }),
    ...(reason !== undefined && { reason }),
  };
}
