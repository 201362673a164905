import {
  type HtmlElement,
  type HtmlNode,
  htmlChildren,
  htmlNodeText,
  isHtmlElement,
} from "../../../evidence/html-node.js";
import { parseHtml } from "../../../evidence/parse-html.js";
import { walkTree } from "../../../std/walk-tree.js";
import type { Block } from "./block.js";

const KINDS: Readonly<Record<string, Block["kind"]>> = {
  dt: "term",
  dd: "definition",
  li: "item",
  p: "text",
  pre: "code",
};

/** The headings, lists, paragraphs and blocks of code of a piece of HTML, outside of its tables. */
export function htmlBlocks(text: string, line = 1): readonly Block[] {
  const root = parseHtml(text, "page");
  if ("tooDeepAt" in root) return [];
  const blocks: Block[] = [];
  const pending: HtmlNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const block = isHtmlElement(node) ? toBlock(node, line - 1) : undefined;
    if (block !== undefined) blocks.push(block);
    else if (!isHtmlElement(node) || !/^(?:table|script|style|nav)$/.test(node.tagName)) {
      const children = htmlChildren(node);
      for (let index = children.length - 1; index >= 0; index--)
        pending.push(children[index] as HtmlNode);
    }
  }
  return blocks;
}

function toBlock(element: HtmlElement, linesBefore: number): Block | undefined {
  const { tagName, sourceCodeLocation } = element;
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  const kind = level === undefined ? KINDS[tagName] : "heading";
  if (kind === undefined) return undefined;
  const { startLine = 1, endLine = startLine } = sourceCodeLocation ?? {};
  const first = htmlChildren(element).find(
    (node) => !("value" in node) || node.value.trim() !== "",
  );
  return {
    kind,
    ...(level !== undefined && { level: Number(level) }),
    text: kind === "code" ? codeText(element) : htmlNodeText(element),
    isMarked:
      first !== undefined && isHtmlElement(first) && /^(?:code|b|strong|tt)$/.test(first.tagName),
    line: startLine + linesBefore - (kind === "code" ? 1 : 0),
    lastLine: endLine + linesBefore,
  };
}

/** The text of an element with its line breaks. */
function codeText(root: HtmlElement): string {
  let text = "";
  for (const node of walkTree<HtmlNode>(root, htmlChildren))
    if ("value" in node) text += node.value;
  return text;
}
