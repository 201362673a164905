import {
  type HtmlElement,
  type HtmlNode,
  htmlChildren,
  htmlNodeText,
  isHtmlElement,
} from "../../../evidence/html-node.js";
import { getOwn } from "../../../std/get-own.js";
import { walkTree } from "../../../std/walk-tree.js";
import type { Block } from "./block.js";

const KINDS: Readonly<Record<string, Block["kind"]>> = {
  dt: "term",
  dd: "definition",
  li: "item",
  p: "text",
  pre: "code",
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, "heading"])),
};

const UNREAD = /^(?:table|script|style|nav)$/;

/**
 * The headings, lists, paragraphs and blocks of code of a piece of HTML that begins on a line,
 * outside of its tables.
 */
export function htmlBlocks(root: HtmlNode, line = 1): readonly Block[] {
  const childrenOf = (node: HtmlNode) => {
    const tag = isHtmlElement(node) ? node.tagName : "";
    return getOwn(KINDS, tag) || UNREAD.test(tag) ? [] : htmlChildren(node);
  };
  return [...walkTree(root, childrenOf)]
    .filter(isHtmlElement)
    .flatMap((element) => toBlock(element, line - 1) ?? []);
}

function toBlock(element: HtmlElement, linesBefore: number): Block | undefined {
  const { tagName, sourceCodeLocation } = element;
  const kind = getOwn(KINDS, tagName);
  if (kind === undefined) return undefined;
  const { startLine = 1, endLine = startLine } = sourceCodeLocation ?? {};
  const [first] = childrenWithText(element);
  return {
    kind,
    ...(kind === "heading" && { level: Number(tagName.slice(1)) }),
    text: kind === "code" ? codeText(element) : htmlNodeText(element),
    isMarked:
      first !== undefined && isHtmlElement(first) && /^(?:code|b|strong|tt)$/.test(first.tagName),
    line: startLine + linesBefore - (kind === "code" ? 1 : 0),
    lastLine: endLine + linesBefore,
  };
}

/** The nodes directly inside an element but for white space. */
export function childrenWithText(element: HtmlElement): readonly HtmlNode[] {
  return htmlChildren(element).filter((node) => !("value" in node) || node.value.trim() !== "");
}

/** The text of an element with its line breaks. */
function codeText(root: HtmlElement): string {
  let text = "";
  for (const node of walkTree<HtmlNode>(root, htmlChildren))
    if ("value" in node) text += node.value;
  return text;
}
