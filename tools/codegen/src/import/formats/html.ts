import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import type { ColumnChoice } from "./columns.js";
import { type Cell, type Grid, readGrids } from "./grid.js";
import { inOneLine, type Reading, type TableDocument } from "./row.js";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Reads the tables of an HTML page. */
export function readHtml(document: TableDocument, choice: ColumnChoice): Reading {
  return readGrids(document, htmlGrids(document.text), choice);
}

/** The tables of an HTML page; those that hold other tables are layout, and left out. */
export function htmlGrids(text: string): readonly Grid[] {
  const root = parse(text, { sourceCodeLocationInfo: true });
  return elementsOf(root, "table")
    .filter((table) => elementsOf(table, "table").length === 0)
    .map((table) => ({
      line: table.sourceCodeLocation?.startLine ?? 1,
      rows: spread(elementsOf(table, "tr")),
    }));
}

/** The text of a piece of HTML, as a reader sees it. */
export function htmlText(text: string): string {
  return inOneLine(textOf(parseFragment(text)));
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

function childrenOf(node: Node): readonly Node[] {
  return "childNodes" in node ? node.childNodes : [];
}

/** Without recursion: a hostile page is nested deeper than the stack. */
function elementsOf(root: Node, tag: string): Element[] {
  const found: Element[] = [];
  const pending = [...childrenOf(root)].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isElement(node) && node.tagName === tag) found.push(node);
    for (const child of [...childrenOf(node)].reverse()) pending.push(child);
  }
  return found;
}

const INLINE =
  /^(a|abbr|b|bdi|bdo|cite|code|data|dfn|em|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;
const UNSEEN = /^(script|style|template)$/;

function textOf(root: Node): string {
  let text = "";
  const pending: (Node | string)[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === "string") text += node;
    else if ("value" in node) text += node.value;
    else if (!isElement(node) || !UNSEEN.test(node.tagName)) {
      const edge = isElement(node) && !INLINE.test(node.tagName) ? " " : "";
      pending.push(edge, ...[...childrenOf(node)].reverse(), edge);
    }
  }
  return text;
}

/** No table of errors is larger; a hostile one would fill the memory. */
const MAX_SPAN = 1000;
const MAX_COLUMNS = 200;

/** The cells of each row, with those that span rows or columns in every place that they span. */
function spread(elements: readonly Element[]): Cell[][] {
  const rows: Cell[][] = [];
  let hanging = new Map<number, { cell: Cell; left: number }>();
  for (const element of elements) {
    const row: Cell[] = [];
    const next = new Map<number, { cell: Cell; left: number }>();
    const place = (cell: Cell, left: number) => {
      if (left > 0) next.set(row.length, { cell, left });
      row.push(cell);
    };
    const hang = () => {
      while (row.length < MAX_COLUMNS) {
        const span = hanging.get(row.length);
        if (span === undefined) return;
        place(span.cell, span.left - 1);
      }
    };
    for (const child of childrenOf(element)) {
      if (!isElement(child) || !/^t[dh]$/.test(child.tagName)) continue;
      hang();
      const { startLine: line = 1, endLine: lastLine = line } = child.sourceCodeLocation ?? {};
      const cell = { text: inOneLine(textOf(child)), line, lastLine };
      const columns = Math.min(spanOf(child, "colspan"), MAX_COLUMNS - row.length);
      for (let column = 0; column < columns; column++) place(cell, spanOf(child, "rowspan") - 1);
    }
    hang();
    hanging = next;
    rows.push(row);
  }
  return rows;
}

function spanOf({ attrs }: Element, name: string): number {
  const said = Number(attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(said) ? Math.min(Math.max(said, 1), MAX_SPAN) : 1;
}
