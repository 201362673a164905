import { asciidocText } from "../../../evidence/markup-text.js";
import type { Problem } from "../../../problem/problem.js";
import { createRowFiller, type WideCell } from "../grids/fill-rows.js";
import { continueCell, type Grid, type GridRow, MAX_COLUMNS, mapTexts } from "../grids/grid.js";
import { csvRows } from "../grids/read-csv.js";
import { readGrids } from "../grids/read-grids.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import { partOf, type Reading, type TableDocument, type Unread } from "../rows/row.js";
import { readText } from "../texts/read-text.js";

/** A table of a page, its lines that no cell has, and what is wrong with it. */
interface Found {
  readonly grid: Grid;
  readonly unread?: readonly Unread[];
  readonly problems?: readonly Problem[];
}

/**
 * Reads the tables of a page in AsciiDoc, whose cells may be on lines of their own. A page without
 * any is read as a plain text.
 */
export function readAsciidoc(document: TableDocument, choice: ColumnChoice): Reading {
  const found = findTables(document);
  if (found.length === 0) return readText(document, choice);
  return {
    tables: readGrids(
      document,
      found.map(({ grid }) => grid),
      choice,
    ),
    problems: found.flatMap(({ problems = [] }) => problems),
    unread: found.flatMap(({ unread = [] }) => unread),
  };
}

/** A line that begins or ends a block of code, an example that is not shown, or a comment. */
const HIDDEN = /^(?:-{4,}|\.{4,}|\/{4,}|`{3,}.*)$/;

/** A line that begins or ends a table. Its sign separates the cells. */
const FENCE = /^([|,:])={3,}$/;

function findTables(document: TableDocument): readonly Found[] {
  const lines = withoutHidden(document.text.split("\n"));
  const found: Found[] = [];
  let start: number | undefined;
  for (const [at, line] of lines.entries()) {
    if (start === undefined && FENCE.test(line)) start = at;
    else if (start !== undefined && line === lines[start]) {
      found.push(readTable(document, lines, start, at));
      start = undefined;
    }
  }
  return start === undefined ? found : [...found, readTable(document, lines, start, lines.length)];
}

/** The lines of a page, those empty that are code or comments. */
function withoutHidden(lines: readonly string[]): readonly string[] {
  let mark: string | undefined;
  return lines.map((written) => {
    const line = written.trimEnd();
    const isHidden = mark !== undefined;
    if (line === mark) mark = undefined;
    else if (mark === undefined && HIDDEN.test(line)) mark = line.replace(/^(`+).*/, "$1");
    return isHidden || mark !== undefined ? "" : line;
  });
}

/** The attributes on the lines before a table, such as `[cols="1,3", options="header"]`. */
function attributesBefore(lines: readonly string[], at: number): string {
  let first = at;
  while (/^(?:\[.*\]|\.\S.*)$/.test(lines[first - 1] ?? "")) first -= 1;
  return lines
    .slice(first, at)
    .filter((line) => line.startsWith("["))
    .join(" ");
}

const HEADER = /\bopt(?:ion)?s\s*=\s*(?:"[^"\]]*\bheader\b|header\b)|%(?:[a-z]+%)*header\b/;

function readTable(
  document: TableDocument,
  lines: readonly string[],
  start: number,
  end: number,
): Found {
  const attributes = attributesBefore(lines, start);
  const body = lines.slice(start + 1, end);
  const delimiter = delimiterOf(lines[start] ?? "", attributes);
  const { rows, width, columns, ...rest } =
    delimiter === undefined
      ? readBars(body, start + 2, columnsIn(attributes))
      : readSeparated(document, body, start + 2, delimiter);
  // One line of headings, and an empty one below it.
  const [first = "", second] = body;
  const isImplied = first !== "" && second === "" && width === columns;
  const hasHead = HEADER.test(attributes) || (isImplied && !attributes.includes("noheader"));
  return {
    ...rest,
    grid: { line: start + 1, rows: mapTexts(hasHead ? withHead(rows) : rows, asciidocText) },
  };
}

function withHead(rows: readonly GridRow[]): readonly GridRow[] {
  return rows.map((row, index) => ({ ...row, isHeading: index === 0 }));
}

/** What separates values, in a table that is written as CSV; undefined for cells behind bars. */
function delimiterOf(fence: string, attributes: string): string | undefined {
  const [, written] = /\bformat\s*=\s*"?([cdt]sv)\b/.exec(attributes) ?? [];
  const format = written ?? { ",": "csv", ":": "dsv" }[fence.slice(0, 1)];
  const [, separator] = /\bseparator\s*=\s*(?:"([^"]+)"|([^,\]\s]+))/.exec(attributes) ?? [];
  if (format === undefined) return undefined;
  return separator ?? { csv: ",", dsv: ":", tsv: "\t" }[format];
}

/** The rows of a table, with the number of columns in its first line and in all. */
interface Rows extends Omit<Found, "grid"> {
  readonly rows: readonly GridRow[];
  readonly width: number;
  readonly columns: number;
}

function readSeparated(
  document: TableDocument,
  body: readonly string[],
  line: number,
  delimiter: string,
): Rows {
  const separated = csvRows(partOf(document, body.join("\n"), line), delimiter, line);
  const width = separated.rows[0]?.cells.length ?? 0;
  return { ...separated, width, columns: width };
}

function readBars(body: readonly string[], line: number, written: number | undefined): Rows {
  const { cells, unread, width } = readCells(body, line);
  const columns = Math.min(written ?? width, MAX_COLUMNS);
  return { rows: toRows(cells, Math.max(columns, 1)), unread, width, columns };
}

/** The number of columns in `cols="1,2a,3*"`. */
function columnsIn(attributes: string): number | undefined {
  const [, quoted, bare] = /\bcols\s*=\s*(?:"([^"]*)"|([^,\]\s]+))/.exec(attributes) ?? [];
  const written = quoted ?? bare;
  if (written === undefined || written === "") return undefined;
  return written
    .split(/[,;]/)
    .reduce((sum, each) => sum + Number(/^\s*(\d{1,3})\*/.exec(each)?.[1] ?? 1), 0);
}

/**
 * Matches what begins a cell, with how many rows and columns it takes, or in how many it is repeated:
 * `|`, `a|`, `2+|`, `.3+^|`, `3*|`.
 */
const CELL =
  /(?<=^|\s)(?:(\d{1,3})?(?:\.(\d{1,3}))?[+*])?(?:[<^>]?(?:\.[<^>])?[adehlmsv]?)\||(?<![\\|])\|/g;

/** Lines that say what else to read, or that a reader does not see. */
const ASIDE = /^(?:(?:include|ifdef|ifndef|ifeval|endif)::|\/\/(?!\/))/;

function readCells(
  body: readonly string[],
  first: number,
): {
  readonly cells: readonly WideCell[];
  readonly unread: readonly Unread[];
  /** The number of columns in the first line of cells. */
  readonly width: number;
} {
  const cells: WideCell[] = [];
  const unread: Unread[] = [];
  let width = 0;
  for (const [index, written] of body.entries()) {
    const line = index + first;
    const text = written.trim();
    if (ASIDE.test(text)) unread.push({ line, text });
    else if (text !== "") addCells(cells, text, line);
    if (width === 0) width = cells.reduce((sum, cell) => sum + cell.columns, 0);
  }
  return { cells, unread, width };
}

/** Adds the cells that begin on a line; what is before the first belongs to the cell above. */
function addCells(cells: WideCell[], text: string, line: number): void {
  const marks = [...text.matchAll(CELL)];
  const last = cells.at(-1);
  const above = text.slice(0, marks[0]?.index).trim();
  if (last !== undefined && above !== "") cells.splice(-1, 1, continueCell(last, above, line));
  for (const [at, mark] of marks.entries()) {
    const [whole, columns = "1", rows = "1"] = mark;
    const inner = text.slice(mark.index + whole.length, marks[at + 1]?.index).trim();
    const count = Math.min(Number(columns), MAX_COLUMNS);
    cells.push({ text: inner, line, lastLine: line, columns: count, rows: Number(rows) });
  }
}

function toRows(cells: readonly WideCell[], width: number): readonly GridRow[] {
  const rows: GridRow[] = [];
  const fill = createRowFiller(width);
  let next = 0;
  while (next < cells.length) rows.push({ cells: fill(() => cells[next++]) });
  return rows;
}
