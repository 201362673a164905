import { type Cell, continueCell, MAX_COLUMNS } from "../grids/grid.js";

/** A line of a text that is neither empty nor a comment. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** A cell, and its offset in its line if only spaces separate the cells. */
interface PlacedCell extends Cell {
  readonly start?: number;
}

/** The cells of each line. Where only spaces separate them, an empty cell keeps its place. */
export function splitLines(lines: readonly TextLine[]): readonly (readonly Cell[])[] {
  const rows: (readonly PlacedCell[])[] = [];
  let starts: readonly number[] = [];
  for (const line of lines) {
    const cells = splitLine(line);
    if (starts.length === 0 && cells.length > 1)
      starts = cells.flatMap(({ start }) => (start === undefined ? [] : [start]));
    const continued = continueRow(rows.at(-1), cells, starts);
    if (continued === undefined) rows.push(alignCells(cells, starts));
    else rows.splice(-1, 1, continued);
  }
  return rows;
}

/** Joins the lines of each row of a grid table: others have a rule between them. */
export function joinGridLines(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const joined: (readonly Cell[])[] = [];
  for (const cells of rows) {
    const above = joined.at(-1) ?? [];
    const isBelow = above[0] !== undefined && above[0].lastLine + 1 === cells[0]?.line;
    const areBarred = cells.every(({ joint }) => joint === " | ");
    if (isBelow && areBarred && cells.length === above.length) {
      joined.pop();
      joined.push(
        cells.map(({ text, lastLine }, at) => continueCell(above[at] as Cell, text, lastLine)),
      );
    } else joined.push(cells);
  }
  return joined;
}

/** Puts cells below those of the first row, if each begins where one of these does. */
function alignCells(
  cells: readonly PlacedCell[],
  starts: readonly number[],
): readonly PlacedCell[] {
  const [first] = cells;
  const byStart = new Map(cells.map((cell) => [cell.start, cell]));
  const isAligned = cells.every(({ start }) => start !== undefined && starts.includes(start));
  const isRow = cells.length > 1 && cells.length < starts.length && isAligned;
  if (first === undefined || !isRow || first.start !== starts[0]) return cells;
  const { line, lastLine } = first;
  return starts.map((start) => byStart.get(start) ?? { text: "", line, lastLine });
}

/** A row whose last text goes on in the line below it; undefined if it does not. */
function continueRow(
  row: readonly PlacedCell[] | undefined,
  [more, ...others]: readonly PlacedCell[],
  starts: readonly number[],
): readonly PlacedCell[] | undefined {
  const last = row?.at(-1);
  if (row === undefined || row.length < 2 || last === undefined || more === undefined)
    return undefined;
  const isBelow = more.start !== undefined && more.start === last.start && more.start > 0;
  if (others.length > 0 || !isBelow || last.lastLine + 1 !== more.line) return undefined;
  if (!starts.includes(more.start)) return undefined;
  return [...row.slice(0, -1), continueCell(last, more.text, more.line)];
}

/** What follows the bar at the beginning of a line, if another bar does, without one at the end. */
function textBetweenBars(
  text: string,
): { readonly text: string; readonly bar: string } | undefined {
  if (!text.startsWith("|")) return undefined;
  const bar = text.startsWith("||") && text.includes("||", 2) ? "||" : "|";
  const rest = text.slice(bar.length);
  const inner = rest.endsWith(bar) ? rest.slice(0, -bar.length) : rest;
  return inner.includes(bar) ? { text: inner, bar } : undefined;
}

/**
 * The parts of a line between bars, of which one is before the first, or between tabs, two and more
 * spaces, or a bar with spaces around it.
 */
function splitLine({ number, text }: TextLine): PlacedCell[] {
  const place = { line: number, lastLine: number };
  const inner = textBetweenBars(text.trim());
  if (inner !== undefined)
    return inner.text
      .split(inner.bar)
      .slice(0, MAX_COLUMNS)
      .map((part) => ({ text: part.trim(), ...place, joint: " | " }));
  const [first = "", ...rest] = text.trim().split(/(\s*\t\s*|\s{2,}|\s\|\s)/);
  const isPlaced = !/\t|\s\|\s/.test(text);
  let end = text.length - text.trimStart().length;
  const cells: PlacedCell[] = [{ text: first, ...place, ...(isPlaced && { start: end }) }];
  end += first.length;
  for (let at = 0; at < rest.length && cells.length < MAX_COLUMNS; at += 2) {
    const [joint = "", part = ""] = rest.slice(at, at + 2);
    const start = isPlaced ? { start: end + joint.length } : {};
    cells.push({ text: part, ...place, joint: joint.trim() === "" ? " " : " | ", ...start });
    end += joint.length + part.length;
  }
  return cells;
}
