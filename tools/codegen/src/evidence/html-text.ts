import { htmlNodeText } from "./html-node.js";
import { parseHtml } from "./parse-html.js";

/** The text of a piece of HTML, as a reader sees it; undefined if it is nested too deep. */
export function htmlText(html: string): string | undefined {
  const root = parseHtml(html, "piece");
  return "tooDeepAt" in root ? undefined : htmlNodeText(root);
}
