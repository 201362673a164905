import { markdownCellTexts, withBarsAsText } from "./markdown-cell.js";

/** A cell of a Markdown table. */
interface MarkdownCell {
  /** As a reader sees it. */
  readonly text: string;
  /** The text between the cell before and this one. */
  readonly joint: string;
}

/** A row of a Markdown table. */
interface MarkdownRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly MarkdownCell[];
}

/** A table of a Markdown document, its headings first. */
export type MarkdownTable = readonly MarkdownRow[];

/** The tables of a Markdown document, and the lines that look like rows and are in no table. */
interface MarkdownTables {
  readonly tables: readonly MarkdownTable[];
  readonly strays: readonly { readonly line: number; readonly text: string }[];
}

/** The text of one line of a Markdown table. */
export function markdownRowText(line: string): string {
  return markdownCellTexts(splitCells(line))
    .filter((text) => text !== "")
    .join(" ");
}

/** The text of a line in which bars are text too. */
export function markdownLineText(line: string): string {
  const [text = ""] = markdownCellTexts([withBarsAsText(line)]);
  return text;
}

/**
 * The tables of a Markdown document, in the order of the text. Tables that GFM takes for prose are
 * tables too: headings and dashes in different numbers, and rows behind an empty line.
 */
export function markdownTables(text: string): MarkdownTables {
  const lines = text.split("\n").map(withoutContainer);
  const isShown = findShownLines(lines);
  const tables: MarkdownTable[] = [];
  const strays: { line: number; text: string }[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!isShown[at]) continue;
    if (isHead(lines, at)) {
      const rows = findRows(lines, isShown, at + 2);
      tables.push(readTable(lines, at, rows));
      at = rows.at(-1) ?? at + 1;
    } else if (startsWithBar(lines[at] ?? "")) {
      strays.push({ line: at + 1, text: (lines[at] ?? "").trim() });
    }
  }
  return { tables, strays };
}

/** The lines of a table's rows, from the first on. */
function findRows(lines: readonly string[], isShown: readonly boolean[], from: number): number[] {
  const rows: number[] = [];
  let at = from;
  while (at < lines.length) {
    while (isShown[at] && isRow(lines[at] ?? "")) rows.push(at++);
    // An empty line ends a table, but rows after it without a head of their own belong to it.
    let next = at;
    while (next < lines.length && lines[next]?.trim() === "") next += 1;
    const goesOn = next > at && isShown[next] && startsWithBar(lines[next] ?? "");
    if (!goesOn || isHead(lines, next)) return rows;
    at = next;
  }
  return rows;
}

function startsWithBar(line: string): boolean {
  return /^[ \t]*\|.*[^\s|:-]/.test(line);
}

/** A line without the marks of the quotations and lists that it is in. */
function withoutContainer(line: string): string {
  return line.replace(/^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|))?/, "");
}

/**
 * Matches the mark that begins a block of code, as the source of a regular expression. With another
 * backtick behind it, as in "```GET /errors``` lists them", it is code in a line.
 */
export const FENCE = "`{3,}(?![^`]*`)|~{3,}";

const FENCE_START = new RegExp(`^(?:${FENCE})`);

/** Whether each line is neither code nor a comment. */
function findShownLines(lines: readonly string[]): readonly boolean[] {
  let fence: string | undefined;
  let isComment = false;
  return lines.map((line) => {
    const [mark] = FENCE_START.exec(line) ?? [];
    if (fence !== undefined) {
      const isEnd = mark?.startsWith(fence) && line.trimEnd() === mark;
      if (isEnd) fence = undefined;
      return false;
    }
    const wasComment = isComment;
    if (isComment) isComment = !line.includes("-->");
    else isComment = line.startsWith("<!--") && !line.includes("-->");
    if (!wasComment && !isComment) fence = mark;
    return !wasComment && !isComment && fence === undefined;
  });
}

/**
 * Whether a line and the next begin a table: dashes in the second, and a bar in it or in neither.
 */
function isHead(lines: readonly string[], head: number): boolean {
  const [titles = "", dashes = ""] = [lines[head], lines[head + 1]];
  if (!/^[ \t|:-]+$/.test(dashes) || !(titles + dashes).includes("|")) return false;
  const cells = splitCells(dashes);
  const isDashes = cells.every((cell) => /^[ \t]*:?-+:?[ \t]*$/.test(cell));
  if (!isDashes || titles.trim() === "") return false;
  return (
    splitCells(titles).length === cells.length || (dashes.includes("|") && titles.includes("|"))
  );
}

/** Whether a line goes on with a table: it is not empty, and does not begin another block. */
function isRow(line: string): boolean {
  return line.trim() !== "" && !FENCE_START.test(line) && !OTHER_BLOCK.test(line);
}

const OTHER_BLOCK = /^(?:#{1,6}[ \t]|<!--|[-*+][ \t]|1[.)][ \t])/;

function readTable(lines: readonly string[], head: number, body: readonly number[]): MarkdownTable {
  const rows = [head, ...body];
  const written = rows.map((row) => splitCells(lines[row] ?? ""));
  const texts = markdownCellTexts(written.flat())[Symbol.iterator]();
  return rows.map((row, index) => ({
    line: row + 1,
    cells: (written[index] ?? []).map((cell, at, all) => {
      const [before, after] = [
        /\s$/.test(all[at - 1] ?? "") ? " " : "",
        /^\s/.test(cell) ? " " : "",
      ];
      return { text: texts.next().value ?? "", joint: `${before}|${after}` };
    }),
  }));
}

/** The cells of a row as they are written. A backslash before a bar makes it a part of the text. */
function splitCells(line: string): readonly string[] {
  const cells: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of line.matchAll(/\\[\\|]|\|/g)) {
    if (mark !== "|") continue;
    cells.push(line.slice(from, index));
    from = index + 1;
  }
  cells.push(line.slice(from));
  if (cells.length > 1 && cells[0]?.trim() === "") cells.shift();
  if (cells.length > 1 && cells.at(-1)?.trim() === "") cells.pop();
  return cells;
}
