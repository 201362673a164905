import type { Problem } from "../../problem/problem.js";
import { listQuoted } from "../../std/quote-briefly.js";
import { type ColumnChoice, chooseColumns, detectColumns } from "./choose-columns.js";
import type { Cell, Grid } from "./grid.js";
import { readRow } from "./read-row.js";
import { problemAt, type Reading, type Row, type TableDocument, type Unread } from "./row.js";

/** Reads the tables of a document that have a column of codes, and lists the others as unread. */
export function readGrids(
  document: TableDocument,
  grids: readonly Grid[],
  choice: ColumnChoice,
): Reading {
  const readings = grids.map((grid) => readGrid(document, grid, choice));
  const rows = readings.flatMap((reading) => reading.rows);
  const problems = readings.flatMap((reading) => reading.problems);
  const unread = readings.flatMap((reading) => reading.unread);
  if (rows.length > 0 || problems.length > 0) return { rows, problems, unread };
  const problem = problemAt(document, unread[0]?.line ?? 1, "no table with a column of codes", {
    hint: "say which column holds what, by its heading or number: --columns code=1,message=2",
  });
  return { rows, problems: [problem], unread };
}

function readGrid(document: TableDocument, grid: Grid, choice: ColumnChoice): Reading {
  const filled = grid.rows.filter((cells) => cells.some(({ text }) => text !== ""));
  const [first, ...others] = filled;
  if (first === undefined) return { rows: [], problems: [], unread: [] };
  const headings = first.map(({ text }) => text);
  const columns = chooseColumns(headings, choice);
  if (typeof columns === "string" || columns.code === undefined) {
    const why = typeof columns === "string" ? columns : "no column of codes";
    const size = `${filled.length} rows, ${listQuoted(headings)}`;
    const unread: Unread = { line: grid.line, text: `a table with ${why} (${size})` };
    return { rows: [], problems: [], unread: [unread] };
  }
  const hasHeader = detectColumns(headings).code !== undefined || isChosen(headings, choice);
  const rows: Row[] = [];
  const problems: Problem[] = [];
  for (const cells of hasHeader ? others : filled) {
    const row = readRow(cells, columns, rows.at(-1));
    if (typeof row !== "string") rows.push(row);
    else problems.push(problemAt(document, lastLineOf(cells), row));
  }
  return { rows, problems, unread: [] };
}

/** The line that no row above shares: a cell may continue from there. */
function lastLineOf(cells: readonly Cell[]): number {
  return cells.reduce((last, { line }) => Math.max(last, line), 1);
}

/** Whether the user named a column by its heading: then the first row is a header. */
function isChosen(headings: readonly string[], choice: ColumnChoice): boolean {
  const lower = headings.map((heading) => heading.toLowerCase());
  return Object.values(choice).some((requested) => lower.includes(requested.toLowerCase()));
}
