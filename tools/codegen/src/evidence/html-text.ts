import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { oneLine } from "../std/one-line.js";

/** A node of an HTML document. */
export type HtmlNode = DefaultTreeAdapterTypes.Node;

/** An element of an HTML document. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** The text of a piece of HTML, as a reader sees it. */
export function htmlText(html: string): string {
  return htmlNodeText(parseFragment(html));
}

/** Whether a node is an element. */
export function isHtmlElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

/** The nodes directly inside a node. */
export function htmlChildren(node: HtmlNode): readonly HtmlNode[] {
  return "childNodes" in node ? node.childNodes : [];
}

const INLINE =
  /^(a|abbr|b|bdi|bdo|cite|code|data|dfn|em|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;
const UNSEEN = /^(script|style|template)$/;

/**
 * The text of a node in one line. There is no recursion: a hostile page is nested deeper than the
 * stack.
 */
export function htmlNodeText(root: HtmlNode): string {
  let text = "";
  const pending: (HtmlNode | string)[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === "string") text += node;
    else if ("value" in node) text += node.value;
    else if (!isHtmlElement(node) || !UNSEEN.test(node.tagName)) {
      const edge = isHtmlElement(node) && !INLINE.test(node.tagName) ? " " : "";
      pending.push(edge, ...[...htmlChildren(node)].reverse(), edge);
    }
  }
  return oneLine(text);
}
