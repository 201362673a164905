import { oneLine } from "../../std/one-line.js";
import type { ColumnChoice } from "./choose-columns.js";
import { cleanCell } from "./clean-cell.js";
import { type Cell, type GridRow, MAX_COLUMNS } from "./grid.js";
import { guessColumns } from "./guess-columns.js";
import { looksLikeCode } from "./looks-like-code.js";
import { parseRowStart } from "./parse-row-start.js";
import { readGrids } from "./read-grids.js";
import { readRunTogether } from "./read-run-together.js";
import {
  byLine,
  listReading,
  type Reading,
  type Row,
  type TableDocument,
  type Unread,
} from "./row.js";

/**
 * Reads a plain text: in columns that spaces separate, in lines of a code and its text, or in
 * columns that run together.
 */
export function readText(document: TableDocument, choice: ColumnChoice): Reading {
  return readPlainTables(document, choice) ?? readRunTogether(document);
}

/** A line of a text that is neither empty nor a comment. */
interface Line {
  readonly number: number;
  readonly text: string;
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
  const lines: Line[] = [];
  const comments: Unread[] = [];
  for (const [index, written] of document.text.split("\n").entries()) {
    const text = written.trimEnd();
    const line = { line: index + 1, text: oneLine(text) };
    const isComment = /^\s*(?:#|\/\/|;|--)/.test(text) && !/^\s*--?\d/.test(text);
    if (isComment || (text !== "" && text.split(/\s+/).every(isRule))) comments.push(line);
    else if (text !== "") lines.push({ number: index + 1, text });
  }
  const split = lines.map((line) => splitColumns(line));
  const inColumns = split.filter(({ length }) => length >= 2).length;
  const pairs = lines.map((line) => readPair(line));
  const paired = pairs.filter((pair) => pair !== undefined).length;
  const runTogether = lines.filter(({ text }) => parseRowStart(text.trim()) !== undefined).length;
  if (inColumns > lines.length * MOST && inColumns >= runTogether)
    return readColumns(document, split, choice, comments);
  if (paired <= lines.length * MOST || paired <= runTogether) return undefined;
  const rows = pairs.filter((pair) => pair !== undefined);
  const others = lines.flatMap(({ number, text }, index) =>
    pairs[index] === undefined ? [{ line: number, text: oneLine(text) }] : [],
  );
  return {
    tables: listReading("lines", rows, [
      { column: "code", heading: "the code before each text" },
      { column: "message", heading: "the text" },
    ]),
    problems: [],
    unread: [...others, ...comments].sort(byLine),
  };
}

/**
 * The parts of a line between the bars that are around all of it, or between tabs, two and more
 * spaces, or a bar with spaces around it.
 */
function splitColumns({ number, text }: Line): Cell[] {
  const [, mark, inner] = /^\s*(\|\|?)(.+)\1\s*$/.exec(text) ?? [];
  if (mark !== undefined && inner !== undefined)
    return inner
      .split(mark)
      .slice(0, MAX_COLUMNS)
      .map((part) => ({ text: part.trim(), line: number, lastLine: number, joint: " | " }));
  const [first = "", ...rest] = text.trim().split(/(\s*\t\s*|\s{2,}|\s\|\s)/);
  const cells: Cell[] = [{ text: first, line: number, lastLine: number }];
  for (let at = 0; at < rest.length && cells.length < MAX_COLUMNS; at += 2) {
    const [joint = "", part = ""] = rest.slice(at, at + 2);
    cells.push({
      text: part,
      line: number,
      lastLine: number,
      joint: joint.trim() === "" ? " " : " | ",
    });
  }
  return cells;
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
  return {
    tables: isGuess
      ? tables.map((table) => ({ ...table, rows: table.rows.map(markGuess) }))
      : tables,
    problems: [],
    unread: [...unread, ...comments].sort(byLine),
  };
}

/** Whether a word is a part of a line between the rows. */
function isRule(word: string): boolean {
  return /^[-=+|_*]*$/.test(word);
}

function markGuess(row: Row): Row {
  return row.unsure.includes("message") ? row : { ...row, unsure: [...row.unsure, "message"] };
}

const PAIR =
  /^\s*(?:[-*]\s+|case\s+)?["'`[]{0,2}([^\s"'`=:,;()[\]{}|]{1,100})["'`\]]{0,2}(\s*(?:=>|->|[:=,|–—]|\s-\s)\s*|\s+)(.*\S)\s*$/;

/** The row of a line such as `1001 = Order not found`. */
function readPair({ number, text }: Line): Row | undefined {
  const [, code, separator, rest] = PAIR.exec(text.slice(0, MAX_LINE)) ?? [];
  if (code === undefined || rest === undefined || !looksLikeCode(code)) return undefined;
  // `100 - 199 = reserved` is a range.
  if (/[-–—]/.test(separator ?? "") && /^-?\d+\s*[=:]/.test(rest)) return undefined;
  // Prose begins with a word and a space too.
  if (separator?.trim() === "" && !/^-?\d+$|^[A-Z]+-?\d|^[A-Z]\w*_|^E[A-Z]{2,}$/.test(code))
    return undefined;
  const cell = { text: rest.replace(/[,;]$/, ""), line: number, lastLine: number };
  const { text: message } = cleanCell(cell);
  return { code, message, line: number, lastLine: number, unsure: ["message"] };
}

/** A longer line is not a row. */
const MAX_LINE = 2_000;
