import { STATUS_CODES } from "node:http";
import type { Problem } from "../../problem/problem.js";
import { type ColumnChoice, type ColumnIndexes, chooseColumns, detectColumns } from "./columns.js";
import {
  inOneLine,
  problemAt,
  type Reading,
  type Row,
  type RowField,
  type TableDocument,
  type Unread,
} from "./row.js";

/** A cell of a table, with the lines that it stands on. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** A table of a document, its heading first where it has one. */
export interface Grid {
  readonly line: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** Reads the tables of a document: those that have a column of codes; of the others it tells. */
export function readGrids(
  document: TableDocument,
  grids: readonly Grid[],
  choice: ColumnChoice,
): Reading {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const unread: Unread[] = [];
  for (const grid of grids) {
    const filled = grid.rows.filter((cells) => cells.some(({ text }) => text !== ""));
    const heading = filled[0];
    if (heading === undefined) continue;
    const headings = heading.map(({ text }) => text);
    const columns = chooseColumns(headings, choice);
    if (typeof columns === "string" || columns.code === undefined) {
      const why = typeof columns === "string" ? columns : "no column of codes";
      const of = `${filled.length} rows, ${headings.map((text) => JSON.stringify(text)).join(", ")}`;
      unread.push({ line: grid.line, text: `a table with ${why} (${of})` });
      continue;
    }
    const isHeaded = detectColumns(headings).code !== undefined || isNamed(headings, choice);
    const read = readRows(document, isHeaded ? filled.slice(1) : filled, columns);
    rows.push(...read.rows);
    problems.push(...read.problems);
  }
  if (rows.length === 0 && problems.length === 0) {
    const line = unread[0]?.line ?? 1;
    problems.push(
      problemAt(document, line, "no table with a column of codes", {
        hint: "say which column holds what by its heading or number: --columns code=1,message=2",
      }),
    );
  }
  return { rows, problems, unread };
}

/** Whether the user named a column by its heading: then the first row is one. */
function isNamed(headings: readonly string[], choice: ColumnChoice): boolean {
  const lower = headings.map((heading) => heading.toLowerCase());
  return Object.values(choice).some((said) => lower.includes(said.toLowerCase()));
}

function readRows(
  document: TableDocument,
  lines: readonly (readonly Cell[])[],
  columns: ColumnIndexes,
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  for (const cells of lines) {
    const row = readRow(cells, columns, rows.at(-1));
    if (typeof row === "string") {
      const at = Math.max(1, ...cells.map(({ line }) => line));
      problems.push(problemAt(document, at, row));
    } else rows.push(row);
  }
  return { rows, problems };
}

/** The row of a line of cells, or what is wrong with it. */
function readRow(
  cells: readonly Cell[],
  columns: ColumnIndexes,
  previous: Row | undefined,
): Row | string {
  const cell = (index: number | undefined) => (index === undefined ? undefined : cells[index]);
  const text = (index: number | undefined) => inOneLine(cell(index)?.text ?? "");
  const unsure = new Set<RowField>();
  const own = text(columns.code);
  // One code with several texts: the code stands beside the first alone.
  const isCarried = own === "" && previous !== undefined;
  if (own === "" && previous === undefined) return "a row without a code";
  const head = isCarried ? { code: previous.code } : splitCode(own);
  if (head === undefined) return `${JSON.stringify(own)} is no code: a code has no spaces`;
  if (isCarried || head.name !== undefined || /[,/|]/.test(head.code)) unsure.add("code");
  const status = readStatus(text(columns.httpStatus));
  if (status === null) unsure.add("httpStatus");
  const texts = readTexts(text(columns.message), text(columns.description), columns, unsure);
  const name = text(columns.name) || head.name;
  const used = Object.values(columns).flatMap((index) => cell(index) ?? []);
  const starts = used.map(({ line }) => line);
  const line = Math.min(...starts, ...(isCarried ? [previous.line] : []));
  const ownLine = Math.max(...starts);
  return {
    code: head.code,
    ...(typeof status === "number" && { httpStatus: status }),
    ...texts,
    ...(name && { name }),
    line,
    lastLine: Math.max(...used.map(({ lastLine }) => lastLine)),
    ...(ownLine > line && { ownLine }),
    unsure: [...unsure],
  };
}

/** A code, and a name where both stand in one cell: `-1000 UNKNOWN`. */
function splitCode(text: string): { code: string; name?: string } | undefined {
  const both = /^(-?\d+)[ :]+([A-Z][A-Z0-9_]*)$/.exec(text);
  if (both?.[1] !== undefined && both[2] !== undefined) return { code: both[1], name: both[2] };
  return /\s/.test(text) ? undefined : { code: text };
}

/** The one HTTP status that a text says; undefined where it is empty, null where it says another thing, or several. */
export function readStatus(text: string): number | null | undefined {
  if (text === "") return undefined;
  const found = new Set(text.match(/(?<!\d)[1-5]\d\d(?!\d)/g) ?? []);
  const [status] = found;
  return found.size === 1 && status !== undefined && status in STATUS_CODES ? Number(status) : null;
}

/** Where the table has but one column of text, it is read as the message; which of the two it is, nobody can tell. */
function readTexts(
  message: string,
  description: string,
  columns: ColumnIndexes,
  unsure: Set<RowField>,
): Pick<Row, "message" | "description"> {
  if (message !== "") return { message, ...(columns.description !== undefined && { description }) };
  unsure.add("message");
  if (columns.description === undefined) return { message };
  unsure.add("description");
  return { message: description, description: "" };
}
