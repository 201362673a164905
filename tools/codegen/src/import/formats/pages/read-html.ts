import {
  type HtmlElement,
  type HtmlNode,
  htmlChildren,
  htmlNodeText,
  isHtmlElement,
} from "../../../evidence/html-node.js";
import { parseHtml } from "../../../evidence/parse-html.js";
import { walkTree } from "../../../std/walk-tree.js";
import { createRowFiller, type WideCell } from "../grids/fill-rows.js";
import { type Grid, type GridRow, MAX_COLUMNS } from "../grids/grid.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import { problemAt, type Reading, type TableDocument, toReading, unreadable } from "../rows/row.js";
import { childrenWithText, htmlBlocks } from "./html-blocks.js";
import { readPage } from "./read-page.js";

/** Reads the tables of an HTML page. */
export function readHtml(document: TableDocument, choice: ColumnChoice): Reading {
  const root = parseHtml(document.text, "page");
  if (!("tooDeepAt" in root))
    return toReading(readPage(document, htmlGrids(root), htmlBlocks(root), choice));
  const problem = problemAt(document, root.tooDeepAt, "is nested too deep to be read", {
    hint: "save only the tables of the page",
  });
  return unreadable(problem);
}

/**
 * The tables of an HTML page that begins on a line. Tables that contain other tables are layout, and
 * left out.
 */
export function htmlGrids(root: HtmlNode, line = 1): readonly Grid[] {
  const tables = findElements(root, "table");
  const layouts = findLayouts(tables);
  return tables
    .filter((table) => !layouts.has(table))
    .map((table) => ({
      line: (table.sourceCodeLocation?.startLine ?? 1) + line - 1,
      rows: expandSpans(findElements(table, "tr"), line - 1),
    }));
}

function findElements(root: HtmlNode, tag: string): HtmlElement[] {
  const found: HtmlElement[] = [];
  for (const node of walkTree(root, htmlChildren)) {
    if (node !== root && isHtmlElement(node) && node.tagName === tag) found.push(node);
  }
  return found;
}

/** The tables that contain others of the tables. */
function findLayouts(tables: readonly HtmlElement[]): ReadonlySet<HtmlNode> {
  const layouts = new Set<HtmlNode>();
  for (const { parentNode } of tables) {
    let around: HtmlNode | null = parentNode;
    while (around !== null && !layouts.has(around)) {
      if (isHtmlElement(around) && around.tagName === "table") layouts.add(around);
      around = "parentNode" in around ? around.parentNode : null;
    }
  }
  return layouts;
}

/** No cell of an error table spans more; a hostile one would fill the memory. */
const MAX_SPAN = 1000;

/** The cells of each row; a cell that spans rows or columns is in every place that it spans. */
function expandSpans(rows: readonly HtmlElement[], linesBefore: number): GridRow[] {
  const fill = createRowFiller(MAX_COLUMNS);
  return rows.map((row) => {
    const cells = htmlChildren(row).filter(isCell).values();
    const next = () => {
      const { value: cell } = cells.next();
      return cell && toWideCell(cell, linesBefore);
    };
    return { cells: fill(next), ...(isHeadingRow(row) && { isHeading: true }) };
  });
}

/** Whether all cells of a row are headings, or stand in the head of the table. */
function isHeadingRow(row: HtmlElement): boolean {
  const { parentNode } = row;
  if (parentNode !== null && isHtmlElement(parentNode) && parentNode.tagName === "thead")
    return true;
  const cells = htmlChildren(row).filter(isCell);
  return cells.length > 1 && cells.every(({ tagName }) => tagName === "th");
}

function toWideCell(element: HtmlElement, linesBefore: number): WideCell {
  const { startLine = 1, endLine = startLine } = element.sourceCodeLocation ?? {};
  return {
    text: htmlNodeText(element),
    line: startLine + linesBefore,
    lastLine: endLine + linesBefore,
    ...(isStruckOut(element) && { isStruck: true }),
    columns: readSpan(element, "colspan"),
    rows: readSpan(element, "rowspan"),
  };
}

function isCell(node: HtmlNode): node is HtmlElement {
  return isHtmlElement(node) && /^t[dh]$/.test(node.tagName);
}

/** Whether all that a cell says is struck out. */
function isStruckOut(cell: HtmlElement): boolean {
  const [only, ...others] = childrenWithText(cell);
  return (
    only !== undefined &&
    others.length === 0 &&
    isHtmlElement(only) &&
    /^(?:s|del|strike)$/.test(only.tagName)
  );
}

function readSpan({ attrs }: HtmlElement, name: string): number {
  const span = Number(attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(span) ? Math.min(Math.max(span, 1), MAX_SPAN) : 1;
}
