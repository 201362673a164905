import { oneLine } from "../../../std/one-line.js";
import type { Cell, GridRow } from "../grids/grid.js";
import { guessColumns } from "../grids/guess-columns.js";
import { readGrids } from "../grids/read-grids.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import {
  byLine,
  codesAndTexts,
  listReading,
  markUnsure,
  type Reading,
  type Row,
  type TableDocument,
  toReading,
  type Unread,
} from "../rows/row.js";
import { parseRowStart } from "./parse-row-start.js";
import { readRunTogether } from "./read-run-together.js";
import { joinGridLines, splitLines, type TextLine } from "./text-columns.js";
import { readPair, toPairRows } from "./text-pairs.js";

/**
 * Reads a plain text: in columns that spaces separate, in lines of a code and its text, or in
 * columns that run together.
 */
export function readText(document: TableDocument, choice: ColumnChoice): Reading {
  return readPlainTables(document, choice) ?? readRunTogether(document);
}

/** Of the lines that are neither empty nor a comment, so many must have the form of a row. */
const MOST = 0.5;

/**
 * Reads a plain text whose lines have a form that separates code and text; undefined for others.
 */
export function readPlainTables(
  document: TableDocument,
  choice: ColumnChoice,
): Reading | undefined {
  const lines: TextLine[] = [];
  const comments: Unread[] = [];
  for (const [index, written] of document.text.split("\n").entries()) {
    const text = written.trimEnd();
    const line = { line: index + 1, text: oneLine(text) };
    const isComment = /^\s*(?:#|\/\/|;|--)/.test(text) && !/^\s*--?\d/.test(text);
    if (isComment || (text !== "" && text.split(/\s+/).every(isRule))) comments.push(line);
    else if (text !== "") lines.push({ number: index + 1, text });
  }
  // Only a grid table of reStructuredText has such a rule, and one of another kind between rows.
  const isGrid = comments.some(({ text }) => /^\+=[=+]*\+$/.test(text));
  const split = isGrid ? joinGridLines(splitLines(lines)) : splitLines(lines);
  const inColumns = split.filter(({ length }) => length >= 2).length;
  const pairs = lines.map((line) => readPair(line));
  const found = pairs.filter((pair) => pair !== undefined);
  const assigned = found.filter(({ isAssigned }) => isAssigned).length;
  const runTogether = lines.filter(({ text }) => parseRowStart(text.trim()) !== undefined).length;
  // Spaces may align what is assigned: `LATE     = 1001`.
  if (inColumns > Math.max(lines.length * MOST, assigned) && inColumns >= runTogether)
    return readColumns(document, split, choice, comments);
  if (found.length <= lines.length * MOST || found.length <= runTogether) return undefined;
  const others = lines.flatMap(({ number, text }, index) =>
    pairs[index] === undefined ? [{ line: number, text: oneLine(text) }] : [],
  );
  const columns = codesAndTexts("the code before each text", "the text");
  const tables = listReading("lines", toPairRows(found), columns);
  return toReading(tables, [...others, ...comments].sort(byLine));
}

function readColumns(
  document: TableDocument,
  split: readonly (readonly Cell[])[],
  choice: ColumnChoice,
  comments: readonly Unread[],
): Reading {
  const isRow = (cells: readonly Cell[]) => cells.length > 1;
  const rows: GridRow[] = split.filter(isRow).map((cells) => ({ cells }));
  const unread = split
    .filter((cells) => !isRow(cells))
    .flatMap(([cell]) => (cell === undefined ? [] : [{ line: cell.line, text: cell.text }]));
  const [first] = rows;
  const guess = guessColumns(rows);
  const tables = readGrids(document, [{ line: first?.cells[0]?.line ?? 1, rows }], {
    ...guess,
    ...choice,
  });
  const isGuess = Object.keys(guess).length > 0;
  const mark = (row: Row) => (isGuess ? markUnsure(row, "message") : row);
  return toReading(
    tables.map((table) => ({ ...table, rows: table.rows.map(mark) })),
    [...unread, ...comments].sort(byLine),
  );
}

/** Whether a word is a part of a line between the rows. */
function isRule(word: string): boolean {
  return /^[-=+|_*]*$/.test(word);
}
