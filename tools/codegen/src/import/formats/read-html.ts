import { parse } from "parse5";
import {
  type HtmlElement,
  type HtmlNode,
  htmlChildren,
  htmlNodeText,
  isHtmlElement,
} from "../../evidence/html-text.js";
import type { ColumnChoice } from "./choose-columns.js";
import type { Cell, Grid } from "./grid.js";
import { readGrids } from "./read-grids.js";
import type { Reading, TableDocument } from "./row.js";

/** Reads the tables of an HTML page. */
export function readHtml(document: TableDocument, choice: ColumnChoice): Reading {
  return readGrids(document, htmlGrids(document.text), choice);
}

/** The tables of an HTML page. Those that contain other tables are layout, and left out. */
export function htmlGrids(text: string): readonly Grid[] {
  const root = parse(text, { sourceCodeLocationInfo: true });
  return findElements(root, "table")
    .filter((table) => findElements(table, "table").length === 0)
    .map((table) => ({
      line: table.sourceCodeLocation?.startLine ?? 1,
      rows: expandSpans(findElements(table, "tr")),
    }));
}

/**
 * The elements of a tag inside a node. There is no recursion: a hostile page is nested deeper than
 * the stack.
 */
function findElements(root: HtmlNode, tag: string): HtmlElement[] {
  const found: HtmlElement[] = [];
  const pending = [...htmlChildren(root)].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isHtmlElement(node) && node.tagName === tag) found.push(node);
    pending.push(...[...htmlChildren(node)].reverse());
  }
  return found;
}

/** No error table is larger; a hostile one would fill the memory. */
const MAX_SPAN = 1000;
const MAX_COLUMNS = 200;

/** A cell that continues in the rows below. */
interface OpenSpan {
  readonly cell: Cell;
  readonly rowsLeft: number;
}

/** The cells of each row; a cell that spans rows or columns is in every place that it spans. */
function expandSpans(rows: readonly HtmlElement[]): Cell[][] {
  let openSpans: ReadonlyMap<number, OpenSpan> = new Map();
  return rows.map((row) => {
    const { cells, spans } = readCells(row, openSpans);
    openSpans = spans;
    return cells;
  });
}

function readCells(
  row: HtmlElement,
  openSpans: ReadonlyMap<number, OpenSpan>,
): { readonly cells: Cell[]; readonly spans: ReadonlyMap<number, OpenSpan> } {
  const cells: Cell[] = [];
  const spans = new Map<number, OpenSpan>();
  const place = (cell: Cell, rowsLeft: number) => {
    if (rowsLeft > 0) spans.set(cells.length, { cell, rowsLeft });
    cells.push(cell);
  };
  const fillFromAbove = () => {
    while (cells.length < MAX_COLUMNS) {
      const above = openSpans.get(cells.length);
      if (above === undefined) return;
      place(above.cell, above.rowsLeft - 1);
    }
  };
  for (const element of htmlChildren(row).filter(isCell)) {
    fillFromAbove();
    const { startLine: line = 1, endLine: lastLine = line } = element.sourceCodeLocation ?? {};
    const cell = { text: htmlNodeText(element), line, lastLine };
    const columns = Math.min(readSpan(element, "colspan"), MAX_COLUMNS - cells.length);
    for (let column = 0; column < columns; column++) place(cell, readSpan(element, "rowspan") - 1);
  }
  fillFromAbove();
  return { cells, spans };
}

function isCell(node: HtmlNode): node is HtmlElement {
  return isHtmlElement(node) && /^t[dh]$/.test(node.tagName);
}

function readSpan({ attrs }: HtmlElement, name: string): number {
  const span = Number(attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(span) ? Math.min(Math.max(span, 1), MAX_SPAN) : 1;
}
