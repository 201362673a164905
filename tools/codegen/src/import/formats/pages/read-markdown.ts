import { markdownCellTexts, withBarsAsText } from "../../../evidence/markdown-cell.js";
import { type MarkdownTable, markdownTables } from "../../../evidence/markdown-tables.js";
import { parseHtml } from "../../../evidence/parse-html.js";
import { type Grid, mapTexts } from "../grids/grid.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import { createLineFinder } from "../rows/line-finder.js";
import { byLine, type Reading, type TableDocument, toReading } from "../rows/row.js";
import { htmlBlocks } from "./html-blocks.js";
import { markdownBlocks } from "./markdown-blocks.js";
import { htmlGrids } from "./read-html.js";
import { readPage } from "./read-page.js";

/** Reads the tables of a Markdown page, including those that are written in HTML. */
export function readMarkdown(document: TableDocument, choice: ColumnChoice): Reading {
  const written = findHtml(document.text, "table");
  const tooDeep = written.flatMap(({ root, line }) =>
    "tooDeepAt" in root
      ? [{ line: root.tooDeepAt + line - 1, text: "a table nested too deep" }]
      : [],
  );
  const { tables, strays } = markdownTables(document.text);
  const grids = [
    ...tables.map(toGrid),
    ...written
      .flatMap(({ root, line }) => ("tooDeepAt" in root ? [] : htmlGrids(root, line)))
      .map(withoutMarkup),
  ];
  const rowLines = new Set(tables.flatMap((rows) => rows.map(({ line }) => line)));
  const blocks = [
    ...markdownBlocks(document.text),
    ...findHtml(document.text, "dl").flatMap(({ root, line }) =>
      rowLines.has(line) || "tooDeepAt" in root ? [] : htmlBlocks(root, line),
    ),
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
  const texts = rows.flatMap(({ cells }) => cells.map(({ text }) => text));
  const marked = [...new Set(texts)].filter((text) => /`|\*\*|~~/.test(text));
  const plain = markdownCellTexts(marked.map(withBarsAsText));
  const byText = new Map(marked.map((text, at) => [text, plain[at] ?? ""]));
  return { line, rows: mapTexts(rows, (text) => byText.get(text) ?? text) };
}

/**
 * The parts of a Markdown text that are tables or lists in HTML. The rest is not parsed as HTML: it
 * may have `<names>` that are never closed.
 */
function findHtml(
  text: string,
  element: "table" | "dl",
): { readonly root: ReturnType<typeof parseHtml>; readonly line: number }[] {
  const lineOf = createLineFinder(text);
  const parse = (from: number, to?: number) => ({
    root: parseHtml(text.slice(from, to), "page"),
    line: lineOf(from),
  });
  const found: ReturnType<typeof parse>[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: tag, index } of text.matchAll(TAGS[element])) {
    const isEnd = tag.startsWith("</");
    if (isEnd && depth === 0) continue;
    if (depth === 0) start = index;
    depth += isEnd ? -1 : 1;
    if (depth === 0) found.push(parse(start, index));
  }
  return depth === 0 ? found : [...found, parse(start)];
}

const TAGS = { table: /<(\/?)table(?![\w-])/gi, dl: /<(\/?)dl(?![\w-])/gi };
