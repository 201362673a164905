import type { Problem } from "../../../problem/problem.js";
import { count } from "../../../std/count.js";
import { listQuoted, quoteBriefly } from "../../../std/quote-briefly.js";
import { addStatusColumn } from "../rows/add-status-column.js";
import { type ColumnChoice, chooseColumns, isChosen } from "../rows/choose-columns.js";
import { type ColumnIndexes, detectColumns, isHeading, withHeadings } from "../rows/headings.js";
import { markOddCodes } from "../rows/odd-codes.js";
import {
  markUnsure,
  problemAt,
  type Row,
  type TableDocument,
  type TableReading,
  type Unread,
  unreadTable,
} from "../rows/row.js";
import { addTextColumn } from "./add-text-column.js";
import { type Cell, type Grid, type GridRow, MAX_COLUMNS, widthOf } from "./grid.js";
import { joinSurplus } from "./join-surplus.js";
import { orientGrid } from "./orient-grid.js";
import { readRow } from "./read-row.js";
import { stackSides } from "./stack-sides.js";
import { warnOfSharedCodes } from "./warn-of-shared-codes.js";

/** Reads the tables of a document: those without a column of codes have no rows. */
export function readGrids(
  document: TableDocument,
  grids: readonly Grid[],
  choice: ColumnChoice,
): readonly TableReading[] {
  const tables = grids.flatMap(
    (grid) => readGrid(document, stackSides(orientGrid(grid)), choice) ?? [],
  );
  const hasCodes = tables.some((table) => table.rows.length > 0 && !areStatuses(table));
  if (!hasCodes || choice.code !== undefined) return tables;
  return tables.map((table) => (areStatuses(table) ? { ...table, reason: STATUSES } : table));
}

/** Whether a table explains HTTP statuses rather than errors. */
function areStatuses({ rows, columns }: TableReading): boolean {
  const [code] = columns;
  return (
    rows.length > 0 &&
    code?.column === "code" &&
    /status|状态码|狀態碼|ステータス|상태|статус/i.test(code.heading) &&
    rows.every((row) => /^[1-5]\d\d$/.test(row.code))
  );
}

const STATUSES = "its codes are HTTP statuses, and another table has codes: --table reads it";

function readGrid(
  document: TableDocument,
  grid: Grid,
  choice: ColumnChoice,
): TableReading | undefined {
  const filled = grid.rows.filter(({ cells }) => cells.some(({ text }) => text !== ""));
  const head = chooseHead(filled, choice);
  if (head === undefined) return undefined;
  const headings = head.cells.map(({ text }) => text);
  const place = { title: "table", line: grid.line, lastLine: lastLineIn(filled, grid.line) };
  const chosen = chooseColumns(headings, choice, widthOf(filled));
  if (typeof chosen === "string" || chosen.code === undefined) {
    const isMisnamed = typeof chosen === "string";
    const rows = count(filled.length, "row");
    const why = isMisnamed
      ? `${chosen} (${rows})`
      : `no column of codes (${rows}, ${listQuoted(headings)})`;
    return { ...unreadTable(place, why), isMisnamed };
  }
  const hasHeadings = isHead(head, filled, chosen, choice);
  const start = filled.indexOf(head);
  const body = hasHeadings ? filled.slice(start + 1) : filled;
  const textsIn = (index: number) => body.map(({ cells }) => cells[index]?.text ?? "");
  const named = hasHeadings ? headings : [];
  const columns = addTextColumn(addStatusColumn(chosen, named, textsIn), named, textsIn);
  const read = readBody(document, body, columns, named);
  const isChosenCode = choice.code !== undefined || !hasHeadings;
  const doubts = isChosenCode ? [] : warnOfSharedCodes(document, body, columns, headings);
  const titles = head.isHeading === undefined && hasHeadings ? filled.slice(0, start) : [];
  return {
    ...place,
    ...read,
    problems: [...doubts, ...read.problems],
    unread: [...titles.map(toTitle), ...read.unread],
    ...nameColumns(headings, columns, body, hasHeadings),
  };
}

function toTitle({ cells }: GridRow): Unread {
  const texts = new Set(cells.map(({ text }) => text).filter((text) => text !== ""));
  const title = quoteBriefly([...texts].join(" "));
  return { line: lastStartOf(cells), text: `above the headings: ${title}` };
}

/** No table has more titles above its headings. */
const MAX_TITLES = 10;

/**
 * The row of headings: of several at the top, the one that says most; and where the document does
 * not say what is one, the first that can be nothing else.
 */
function chooseHead(rows: readonly GridRow[], choice: ColumnChoice): GridRow | undefined {
  const end = rows.findIndex(({ isHeading: isHead }) => isHead !== true);
  if (end === 0 && rows[0]?.isHeading === undefined)
    return isNamed(rows[0])
      ? rows[0]
      : (rows.slice(0, MAX_TITLES).find((row) => areHeadings(row, choice)) ?? rows[0]);
  const tops = rows.slice(0, Math.max(1, Math.min(end < 0 ? rows.length : end, 3)));
  const score = ({ cells }: GridRow) =>
    Object.keys(detectColumns(cells.map(({ text }) => text))).length;
  return tops.reduce((best, row) => (score(row) > score(best) ? row : best), tops[0] as GridRow);
}

/** Whether a row names a column of codes, and is not only a title such as "Error codes". */
function isNamed(row: GridRow | undefined): boolean {
  const texts = row?.cells.map(({ text }) => text) ?? [];
  return texts.filter((text) => text !== "").length > 1 && detectColumns(texts).code !== undefined;
}

/**
 * Whether cells name a column of codes and another one, or are the headings that the user chose.
 */
function areHeadings({ cells }: GridRow, choice: ColumnChoice): boolean {
  const texts = cells.map(({ text }) => text);
  const columns = detectColumns(texts);
  const isTable = columns.code !== undefined && Object.keys(columns).length > 1;
  return isTable || isChosen(texts, choice);
}

/** Whether a table's first row has its headings. */
function isHead(
  head: GridRow,
  rows: readonly GridRow[],
  columns: ColumnIndexes,
  choice: ColumnChoice,
): boolean {
  if (head.isHeading !== undefined) return head.isHeading;
  const headings = head.cells.map(({ text }) => text);
  if (detectColumns(headings).code !== undefined || isChosen(headings, choice)) return true;
  const codeOf = ({ cells }: GridRow) => cells[columns.code ?? 0]?.text ?? "";
  if (/\d/.test(codeOf(head))) return false;
  if (headings.some(isHeading)) return true;
  const others = rows.slice(1);
  return others.filter((row) => /\d/.test(codeOf(row))).length * 2 > others.length;
}

function readBody(
  document: TableDocument,
  body: readonly GridRow[],
  columns: ColumnIndexes,
  headings: readonly string[],
): Pick<TableReading, "rows" | "problems" | "unread"> {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const unread: Unread[] = [];
  let previous: Row | undefined;
  for (const { cells } of body) {
    const line = lastStartOf(cells);
    const aside = readAside(cells, headings, columns);
    if (aside !== undefined) {
      unread.push({ line, text: aside });
      continue;
    }
    const { cells: joined, notes } = joinSurplus(cells, columns, headings.length);
    const row = readRow(joined, columns, previous);
    // The next row may be another text of the code that is not read here.
    previous = typeof row === "string" ? undefined : row;
    if (typeof row === "string") problems.push(problemAt(document, line, row));
    else rows.push(notes === undefined ? row : withDoubt(row, notes));
  }
  return { rows: markOddCodes(rows), problems, unread };
}

/** Returns the text of a table's line that is not a row; undefined if it is one. */
function readAside(
  cells: readonly Cell[],
  headings: readonly string[],
  { code = -1 }: ColumnIndexes,
): string | undefined {
  const [first] = cells;
  if (headings.length > 0 && cells.every(({ text }, index) => text === headings[index]))
    return "the headings again";
  if (first === undefined) return undefined;
  // `...` leaves rows out.
  if (/^(?:\.{2,}|…+)$/.test(cells[code]?.text ?? ""))
    return `in a table: ${quoteBriefly(
      cells
        .map(({ text }) => text)
        .join(" ")
        .trim(),
    )}`;
  // One cell that spans all columns is the title of a section, and prose may follow a table.
  const isTitle = cells.length > 1 && cells.every((cell) => cell === first);
  const isProse = cells.length === 1 && headings.length > 1 && /\s/.test(first.text);
  return isTitle || isProse ? `in a table: ${quoteBriefly(first.text)}` : undefined;
}

function withDoubt(row: Row, notes: string): Row {
  const doubtful = markUnsure(row, "message", "description");
  return { ...doubtful, notes: [row.notes, notes].filter(Boolean).join(" ") };
}

function nameColumns(
  headings: readonly string[],
  columns: ColumnIndexes,
  body: readonly GridRow[],
  hasHeadings: boolean,
): Pick<TableReading, "columns" | "unreadColumns"> {
  const nameOf = (index: number) =>
    (hasHeadings && headings[index]) || `column ${String(index + 1)}`;
  const used = new Set(Object.values(columns));
  const width = Math.min(hasHeadings ? headings.length : widthOf(body), MAX_COLUMNS);
  const others = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !used.has(index) && body.some(({ cells }) => (cells[index]?.text ?? "") !== ""),
  );
  return {
    columns: withHeadings(columns, nameOf),
    unreadColumns: others.map(nameOf),
  };
}

/** The line that no row above shares: a cell may continue from there. */
function lastStartOf(cells: readonly Cell[]): number {
  return cells.reduce((last, { line }) => Math.max(last, line), 1);
}

function lastLineIn(rows: readonly GridRow[], line: number): number {
  return (rows.at(-1)?.cells ?? []).reduce((last, cell) => Math.max(last, cell.lastLine), line);
}
