import { markdownCellTexts, withBarsAsText } from "../../../evidence/markdown-cell.js";
import { type MarkdownTable, markdownTables } from "../../../evidence/markdown-tables.js";
import type { Grid } from "../grids/grid.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import { byLine, type Reading, type TableDocument, toReading } from "../rows/row.js";
import { htmlBlocks } from "./html-blocks.js";
import { markdownBlocks } from "./markdown-blocks.js";
import { htmlGrids } from "./read-html.js";
import { readPage } from "./read-page.js";

/** Reads the tables of a Markdown page, including those that are written in HTML. */
export function readMarkdown(document: TableDocument, choice: ColumnChoice): Reading {
  const written = findHtml(document.text, "table").map(({ text, line }) => htmlGrids(text, line));
  const readable = written.flatMap((grids) => ("tooDeepAt" in grids ? [] : grids));
  const tooDeep = written.flatMap((grids) =>
    "tooDeepAt" in grids ? [{ line: grids.tooDeepAt, text: "a table nested too deep" }] : [],
  );
  const { tables, strays } = markdownTables(document.text);
  const grids = [...tables.map(toGrid), ...readable.map(withoutMarkup)];
  const rowLines = new Set(tables.flatMap((rows) => rows.map(({ line }) => line)));
  const lists = findHtml(document.text, "dl").filter(({ line }) => !rowLines.has(line));
  const blocks = [
    ...markdownBlocks(document.text),
    ...lists.flatMap(({ text, line }) => htmlBlocks(text, line)),
  ];
  return toReading(
    readPage(document, grids, blocks.sort(byLine), choice),
    [...strays, ...tooDeep].sort(byLine),
  );
}

function toGrid(rows: MarkdownTable): Grid {
  return {
    line: rows[0]?.line ?? 1,
    rows: rows.map(({ line, cells }, index) => ({
      cells: cells.map((cell) => ({ ...cell, line, lastLine: line })),
      isHeading: index === 0,
    })),
  };
}

/** Writers of Markdown use its marks in HTML too. */
function withoutMarkup({ line, rows }: Grid): Grid {
  const cells = [...new Set(rows.flatMap((row) => row.cells))].filter(({ text }) =>
    /`|\*\*|~~/.test(text),
  );
  const texts = markdownCellTexts(cells.map(({ text }) => withBarsAsText(text)));
  // A cell that spans several places is the same in all of them.
  const plain = new Map(cells.map((cell, at) => [cell, { ...cell, text: texts[at] ?? "" }]));
  return {
    line,
    rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => plain.get(cell) ?? cell) })),
  };
}

/**
 * The parts of a Markdown text that are tables or lists in HTML. The rest is not parsed as HTML: it
 * may have `<names>` that are never closed.
 */
function findHtml(
  text: string,
  element: "table" | "dl",
): { readonly text: string; readonly line: number }[] {
  const found: { text: string; line: number }[] = [];
  let [depth, start, line, counted] = [0, 0, 1, 0];
  for (const { 0: tag, index } of text.matchAll(TAGS[element])) {
    const isEnd = tag.startsWith("</");
    if (isEnd && depth === 0) continue;
    if (depth === 0) start = index;
    depth += isEnd ? -1 : 1;
    if (depth > 0) continue;
    line += countLines(text.slice(counted, start));
    counted = start;
    found.push({ text: text.slice(start, index), line });
  }
  if (depth === 0) return found;
  line += countLines(text.slice(counted, start));
  return [...found, { text: text.slice(start), line }];
}

const TAGS = { table: /<(\/?)table(?![\w-])/gi, dl: /<(\/?)dl(?![\w-])/gi };

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
