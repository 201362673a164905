import type { Nodes, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { ColumnChoice } from "./columns.js";
import { type Cell, type Grid, readGrids } from "./grid.js";
import { htmlGrids } from "./html.js";
import { inOneLine, type Reading, type TableDocument } from "./row.js";

/** Reads the tables of a Markdown page, also those that are written in HTML. */
export function readMarkdown(document: TableDocument, choice: ColumnChoice): Reading {
  const grids = [...markdownGrids(document.text), ...htmlGrids(document.text)];
  return readGrids(
    document,
    grids.sort((a, b) => a.line - b.line),
    choice,
  );
}

function markdownGrids(text: string): readonly Grid[] {
  return tablesOf(parse(text)).map((table) => ({
    line: table.position?.start.line ?? 1,
    rows: table.children.map((row) =>
      row.children.map((cell): Cell => {
        const line = cell.position?.start.line ?? 1;
        return { text: inOneLine(textOf(cell)), line, lastLine: line };
      }),
    ),
  }));
}

/** The text of one line of a Markdown table. */
export function markdownRowText(line: string): string {
  const columns = line.split("|").length;
  const head = `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n`;
  const [table] = tablesOf(parse(`${head}${line.trim()}`));
  const cells = table?.children[1]?.children ?? [];
  return inOneLine(cells.map(textOf).join(" "));
}

function parse(text: string): Nodes {
  return fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return "children" in node ? node.children : [];
}

function tablesOf(root: Nodes): Table[] {
  const found: Table[] = [];
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "table") found.push(node);
    pending.push(...[...childrenOf(node)].reverse());
  }
  return found;
}

/** A tag of HTML is markup; another word in angle brackets is a placeholder. */
const TAG =
  /^<\/?(a|abbr|b|br|code|del|em|i|ins|kbd|li|ol|p|s|small|span|strong|sub|sup|u|ul)\b[^>]*>$/i;

function textOf(node: Nodes): string {
  if (node.type === "html")
    return TAG.test(node.value) ? (/^<(br|li|p)/i.test(node.value) ? " " : "") : node.value;
  if (node.type === "break") return " ";
  if ("value" in node) return node.value;
  return childrenOf(node).map(textOf).join("");
}
