import { markdownTables } from "../../evidence/markdown-tables.js";
import type { ColumnChoice } from "./choose-columns.js";
import type { Grid } from "./grid.js";
import { readGrids } from "./read-grids.js";
import { htmlGrids } from "./read-html.js";
import type { Reading, TableDocument } from "./row.js";

/** Reads the tables of a Markdown page, including those that are written in HTML. */
export function readMarkdown(document: TableDocument, choice: ColumnChoice): Reading {
  const written = findHtmlTables(document.text).map(({ text, line }) => htmlGrids(text, line));
  const readable = written.flatMap((grids) => ("tooDeepAt" in grids ? [] : grids));
  const tooDeep = written.flatMap((grids) =>
    "tooDeepAt" in grids ? [{ line: grids.tooDeepAt, text: "a table nested too deep" }] : [],
  );
  const grids = [...markdownGrids(document.text), ...readable].sort((a, b) => a.line - b.line);
  const { unread, ...reading } = readGrids(document, grids, choice);
  return { ...reading, unread: [...unread, ...tooDeep].sort((a, b) => a.line - b.line) };
}

function markdownGrids(text: string): readonly Grid[] {
  return markdownTables(text).map((rows) => ({
    line: rows[0]?.line ?? 1,
    rows: rows.map(({ line, cells }) =>
      cells.map((cell) => ({ text: cell, line, lastLine: line })),
    ),
  }));
}

/**
 * The parts of a Markdown text that are tables in HTML. The rest is not parsed as HTML: it may have
 * `<names>` that are never closed.
 */
function findHtmlTables(text: string): { readonly text: string; readonly line: number }[] {
  const tables: { text: string; line: number }[] = [];
  let [depth, start, line, counted] = [0, 0, 1, 0];
  for (const { 0: tag, index } of text.matchAll(/<(\/?)table(?![\w-])/gi)) {
    const isEnd = tag.startsWith("</");
    if (isEnd && depth === 0) continue;
    if (depth === 0) start = index;
    depth += isEnd ? -1 : 1;
    if (depth > 0) continue;
    line += countLines(text.slice(counted, start));
    counted = start;
    tables.push({ text: text.slice(start, index), line });
  }
  if (depth === 0) return tables;
  line += countLines(text.slice(counted, start));
  return [...tables, { text: text.slice(start), line }];
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
