import { markdownCellTexts } from "./markdown-cell.js";

/** A row of a Markdown table. */
interface MarkdownRow {
  /** Counted from 1. */
  readonly line: number;
  /** The text of each cell, as a reader sees it. */
  readonly cells: readonly string[];
}

/** A table of a Markdown document, its header first. */
export type MarkdownTable = readonly MarkdownRow[];

/** The text of one line of a Markdown table. */
export function markdownRowText(line: string): string {
  return markdownCellTexts(splitCells(line))
    .filter((text) => text !== "")
    .join(" ");
}

/** The tables of a Markdown document, in the order of the text. */
export function markdownTables(text: string): readonly MarkdownTable[] {
  const lines = text.split("\n").map(withoutContainer);
  const isShown = findShownLines(lines);
  const tables: MarkdownTable[] = [];
  for (let head = 0; head < lines.length; head++) {
    if (!isShown[head] || !isHead(lines, head)) continue;
    let end = head + 2;
    while (isShown[end] && isRow(lines[end] ?? "")) end += 1;
    tables.push(readTable(lines, head, end));
    head = end - 1;
  }
  return tables;
}

/** A line without the marks of the quotations and lists that it is in. */
function withoutContainer(line: string): string {
  return line.replace(/^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|))?/, "");
}

/** Whether each line is neither code nor a comment. */
function findShownLines(lines: readonly string[]): readonly boolean[] {
  let fence: string | undefined;
  let isComment = false;
  return lines.map((line) => {
    const [mark] = /^(?:`{3,}|~{3,})/.exec(line) ?? [];
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

/** Whether a line and the next begin a table: as many cells in both, and dashes in the second. */
function isHead(lines: readonly string[], head: number): boolean {
  const [titles = "", dashes = ""] = [lines[head], lines[head + 1]];
  if (!/^[ \t|:-]+$/.test(dashes) || !(titles + dashes).includes("|")) return false;
  const cells = splitCells(dashes);
  const isDashes = cells.every((cell) => /^[ \t]*:?-+:?[ \t]*$/.test(cell));
  return isDashes && splitCells(titles).length === cells.length && titles.trim() !== "";
}

/** Whether a line goes on with a table: it is not empty, and does not begin another block. */
function isRow(line: string): boolean {
  return line.trim() !== "" && !/^(?:#{1,6}[ \t]|`{3}|~{3}|<!--|[-*+][ \t]|1[.)][ \t])/.test(line);
}

function readTable(lines: readonly string[], head: number, end: number): MarkdownTable {
  const rows = [head, ...Array.from({ length: end - head - 2 }, (_, index) => head + 2 + index)];
  const { length: columns } = splitCells(lines[head] ?? "");
  const written = rows.map((row) => splitCells(lines[row] ?? "").slice(0, columns));
  const texts = markdownCellTexts(written.flat())[Symbol.iterator]();
  return rows.map((row, index) => ({
    line: row + 1,
    cells: (written[index] ?? []).map(() => texts.next().value ?? ""),
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
