import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { oneLine } from "../std/one-line.js";
import { toSuperscript } from "./superscript.js";

/** The parser takes time by the square of a cell: a longer one is left as it is written. */
const MAX_LENGTH = 4_000;

/** It takes time by the square of a table too, and long to start. */
const MAX_BATCH = 25;

/** The texts of cells of Markdown tables, as a reader sees them. */
export function markdownCellTexts(cells: readonly string[]): readonly string[] {
  const texts = cells.map((cell) => oneLine(withoutDefinitions(cell)));
  const marked = [...texts.entries()].filter(([, text]) => hasMarkup(text));
  for (let from = 0; from < marked.length; from += MAX_BATCH) {
    const batch = marked.slice(from, from + MAX_BATCH);
    const read = parseCells(batch.map(([, text]) => text));
    for (const [at, [index]] of batch.entries()) texts[index] = read[at] ?? "";
  }
  return texts;
}

/** A text for `markdownCellTexts` in which bars are text: outside a table they separate nothing. */
export function withBarsAsText(text: string): string {
  return text.replaceAll(/\\[\\|]|\|/g, (mark) => (mark === "|" ? "\\|" : mark));
}

/** Most cells have nothing that Markdown changes. */
function hasMarkup(text: string): boolean {
  return /[\\`*_[\]<&!]/.test(text) && text.length <= MAX_LENGTH;
}

/**
 * Parses cells as a table that has one column: what begins a block elsewhere does not in a table.
 */
function parseCells(cells: readonly string[]): readonly string[] {
  const rows = ["a", "-", ...cells].map((cell) => `| ${cell} |`);
  const root = fromMarkdown(rows.join("\n"), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const [table] = root.children;
  const read = table?.type === "table" ? table.children.slice(1) : [];
  return read.map((row) => oneLine(textOf(row)));
}

/** A tag of HTML is markup; another word in angle brackets is a placeholder. */
const TAG =
  /^<\/?(a|abbr|b|br|center|code|del|div|em|font|h[1-6]|i|ins|kbd|li|ol|p|pre|s|samp|small|span|strike|strong|sub|sup|tt|u|ul|wbr)\b[^>]*>$/i;

/** A tag that ends a line. */
const BREAK = /^<(br|div|h[1-6]|li|p|pre)\b/i;

/** The tags of a list of definitions: outside of one, `<dd>` may be a day. */
const DEFINITIONS = /<\/?d[dlt]\b[^>]*>/gi;

function withoutDefinitions(cell: string): string {
  return /<dl\b/i.test(cell) ? cell.replaceAll(DEFINITIONS, " ") : cell;
}

function textOf(node: Nodes): string {
  if (node.type === "html") {
    if (!TAG.test(node.value)) return node.value;
    return BREAK.test(node.value) ? " " : "";
  }
  if (node.type === "break") return " ";
  if ("value" in node) return node.value;
  return "children" in node ? textOfAll(node.children) : "";
}

function textOfAll(nodes: readonly Nodes[]): string {
  let isRaised = false;
  const texts = nodes.map((node) => {
    const [, slash] = (node.type === "html" && /^<(\/?)sup\b/i.exec(node.value)) || [];
    if (slash !== undefined) isRaised = slash === "";
    return isRaised ? toSuperscript(textOf(node)) : textOf(node);
  });
  return texts.join("");
}
