import { asciidocText } from "../../evidence/markup-text.js";
import type { ColumnChoice } from "./choose-columns.js";
import { type Cell, type Grid, type GridRow, MAX_COLUMNS } from "./grid.js";
import { readGrids } from "./read-grids.js";
import { readText } from "./read-text.js";
import { type Reading, type TableDocument, toReading, type Unread } from "./row.js";

/** A cell, and how many rows and columns it takes. */
interface WideCell extends Cell {
  readonly columns: number;
  readonly rows: number;
}

/** A table of a page, and its lines that no cell has. */
interface Found {
  readonly grid: Grid;
  readonly unread: readonly Unread[];
}

/**
 * Reads the tables of a page in AsciiDoc, whose cells may be on lines of their own. A page without
 * any is read as a plain text.
 */
export function readAsciidoc(document: TableDocument, choice: ColumnChoice): Reading {
  const found = findTables(document.text.split("\n"));
  if (found.length === 0) return readText(document, choice);
  return toReading(
    readGrids(
      document,
      found.map(({ grid }) => grid),
      choice,
    ),
    found.flatMap(({ unread }) => unread),
  );
}

/** A line that begins or ends a block of code, an example that is not shown, or a comment. */
const HIDDEN = /^(?:-{4,}|\.{4,}|\/{4,}|`{3,}.*)$/;

function findTables(written: readonly string[]): readonly Found[] {
  const lines = withoutHidden(written);
  const found: Found[] = [];
  let start: number | undefined;
  for (const [at, line] of lines.entries()) {
    if (!/^\|={3,}$/.test(line)) continue;
    if (start === undefined) start = at;
    else {
      found.push(readTable(lines, start, at));
      start = undefined;
    }
  }
  return start === undefined ? found : [...found, readTable(lines, start, lines.length)];
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

function readTable(lines: readonly string[], start: number, end: number): Found {
  const attributes = attributesBefore(lines, start);
  const body = lines.slice(start + 1, end);
  const { cells, unread, width } = readCells(body, start + 2);
  const columns = Math.min(columnsIn(attributes) ?? width, MAX_COLUMNS);
  const rows = toRows(cells, Math.max(columns, 1));
  // One line of headings, and an empty one below it.
  const [first = "", second] = body;
  const isImplied = first !== "" && second === "" && width === columns;
  const hasHead = HEADER.test(attributes) || (isImplied && !attributes.includes("noheader"));
  return {
    grid: {
      line: start + 1,
      rows: hasHead ? rows.map((row, index) => ({ ...row, isHeading: index === 0 })) : rows,
    },
    unread,
  };
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
  if (last !== undefined && above !== "")
    cells.splice(-1, 1, { ...last, text: `${last.text} ${above}`, lastLine: line });
  for (const [at, mark] of marks.entries()) {
    const [whole, columns = "1", rows = "1"] = mark;
    const inner = text.slice(mark.index + whole.length, marks[at + 1]?.index).trim();
    const count = Math.min(Number(columns), MAX_COLUMNS);
    cells.push({ text: inner, line, lastLine: line, columns: count, rows: Number(rows) });
  }
}

/** Fills the rows one after another; a cell is in every place that it takes. */
function toRows(cells: readonly WideCell[], width: number): readonly GridRow[] {
  const rows: GridRow[] = [];
  let open = new Map<number, { readonly cell: Cell; readonly rowsLeft: number }>();
  let next = 0;
  while (next < cells.length) {
    const row: Cell[] = [];
    const above = open.size < width ? open : new Map();
    open = new Map();
    const place = (cell: Cell, rowsLeft: number) => {
      if (rowsLeft > 0) open.set(row.length, { cell, rowsLeft });
      row.push(cell);
    };
    while (row.length < width) {
      const spanning = above.get(row.length);
      const wide = spanning === undefined ? cells[next++] : undefined;
      if (spanning !== undefined) place(spanning.cell, spanning.rowsLeft - 1);
      else if (wide === undefined) break;
      else placeWide(wide, width - row.length, place);
    }
    rows.push({ cells: row });
  }
  return rows;
}

function placeWide(
  { columns, rows, text, ...rest }: WideCell,
  room: number,
  place: (cell: Cell, rowsLeft: number) => void,
): void {
  const cell: Cell = { ...rest, text: asciidocText(text) };
  for (let column = 0; column < Math.min(columns, room); column++) place(cell, rows - 1);
}
