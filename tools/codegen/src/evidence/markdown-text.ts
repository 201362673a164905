import type { Nodes, Table, TableCell } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { oneLine } from "../std/one-line.js";

/** The text of one line of a Markdown table. */
export function markdownRowText(line: string): string {
  const columns = line.split("|").length;
  const head = `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n`;
  const [table] = markdownTables(`${head}${line.trim()}`);
  const cells = table?.children[1]?.children ?? [];
  return oneLine(cells.map(textOf).join(" "));
}

/** The tables of a Markdown document, in the order of the text. */
export function markdownTables(text: string): readonly Table[] {
  const root = fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const tables: Table[] = [];
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "table") tables.push(node);
    pending.push(...[...childrenOf(node)].reverse());
  }
  return tables;
}

/** The text of a cell of a Markdown table, as a reader sees it. */
export function markdownCellText(cell: TableCell): string {
  return oneLine(textOf(cell));
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return "children" in node ? node.children : [];
}

/** A tag of HTML is markup; another word in angle brackets is a placeholder. */
const TAG =
  /^<\/?(a|abbr|b|br|code|del|em|i|ins|kbd|li|ol|p|s|small|span|strong|sub|sup|u|ul)\b[^>]*>$/i;

/** A tag that ends a line. */
const BREAK = /^<(br|li|p)/i;

function textOf(node: Nodes): string {
  if (node.type === "html") {
    if (!TAG.test(node.value)) return node.value;
    return BREAK.test(node.value) ? " " : "";
  }
  if (node.type === "break") return " ";
  if ("value" in node) return node.value;
  return childrenOf(node).map(textOf).join("");
}
