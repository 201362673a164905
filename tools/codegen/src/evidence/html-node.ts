import type { DefaultTreeAdapterTypes } from "parse5";
import { oneLine } from "../std/one-line.js";
import { toSuperscript } from "./superscript.js";

/** A node of an HTML document. */
export type HtmlNode = DefaultTreeAdapterTypes.Node;

/** An element of an HTML document. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

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

/** The text of a node in one line, as a reader sees it. */
export function htmlNodeText(root: HtmlNode): string {
  let text = "";
  const pending: (HtmlNode | string)[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === "string") text += node;
    else if ("value" in node) text += node.value;
    else if (node !== root && isHtmlElement(node) && node.tagName === "sup")
      text += toSuperscript(htmlNodeText(node));
    else if (!isHtmlElement(node) || !UNSEEN.test(node.tagName)) pushParts(pending, node);
  }
  return oneLine(text);
}

/** Adds what is in a node, and spaces around it if it does not go on with a line. */
function pushParts(pending: (HtmlNode | string)[], node: HtmlNode): void {
  const edge = isHtmlElement(node) && !INLINE.test(node.tagName) ? " " : "";
  const children = htmlChildren(node);
  pending.push(edge);
  for (let index = children.length - 1; index >= 0; index--)
    pending.push(children[index] as HtmlNode);
  pending.push(edge);
}
