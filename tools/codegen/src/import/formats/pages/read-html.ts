import {
  type HtmlElement,
  type HtmlNode,
  htmlChildren,
  htmlNodeText,
  isHtmlElement,
} from "../../../evidence/html-node.js";
import { parseHtml } from "../../../evidence/parse-html.js";
import { walkTree } from "../../../std/walk-tree.js";
import { type Cell, type Grid, type GridRow, MAX_COLUMNS } from "../grids/grid.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import { problemAt, type Reading, type TableDocument, toReading, unreadable } from "../rows/row.js";
import { htmlBlocks } from "./html-blocks.js";
import { readPage } from "./read-page.js";

/** Reads the tables of an HTML page. */
export function readHtml(document: TableDocument, choice: ColumnChoice): Reading {
  const grids = htmlGrids(document.text);
  if (!("tooDeepAt" in grids))
    return toReading(readPage(document, grids, htmlBlocks(document.text), choice));
  const problem = problemAt(document, grids.tooDeepAt, "is nested too deep to be read", {
    hint: "save only the tables of the page",
  });
  return unreadable(problem);
}

/**
 * The tables of an HTML page, or where it is nested too deep. Tables that contain other tables are
 * layout, and left out. `line` is that of the first line.
 */
export function htmlGrids(
  text: string,
  line = 1,
): readonly Grid[] | { readonly tooDeepAt: number } {
  const root = parseHtml(text, "page");
  if ("tooDeepAt" in root) return { tooDeepAt: root.tooDeepAt + line - 1 };
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

/** A cell that continues in the rows below. */
interface OpenSpan {
  readonly cell: Cell;
  readonly rowsLeft: number;
}

/** The cells of each row; a cell that spans rows or columns is in every place that it spans. */
function expandSpans(rows: readonly HtmlElement[], linesBefore: number): GridRow[] {
  let openSpans: ReadonlyMap<number, OpenSpan> = new Map();
  return rows.map((row) => {
    const { cells, spans } = readCells(row, linesBefore, openSpans);
    openSpans = spans;
    return { cells, ...(isHeadingRow(row) && { isHeading: true }) };
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

function readCells(
  row: HtmlElement,
  linesBefore: number,
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
    const { startLine = 1, endLine = startLine } = element.sourceCodeLocation ?? {};
    const [line, lastLine] = [startLine + linesBefore, endLine + linesBefore];
    const isStruck = isStruckOut(element);
    const cell = { text: htmlNodeText(element), line, lastLine, ...(isStruck && { isStruck }) };
    const columns = Math.min(readSpan(element, "colspan"), MAX_COLUMNS - cells.length);
    for (let column = 0; column < columns; column++) place(cell, readSpan(element, "rowspan") - 1);
  }
  fillFromAbove();
  return { cells, spans };
}

function isCell(node: HtmlNode): node is HtmlElement {
  return isHtmlElement(node) && /^t[dh]$/.test(node.tagName);
}

/** Whether all that a cell says is struck out. */
function isStruckOut(cell: HtmlElement): boolean {
  const [only, ...others] = htmlChildren(cell).filter(
    (node) => !("value" in node) || node.value.trim() !== "",
  );
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
