import type { VNode } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import type { OutputFile } from "../write/output-file.js";

/** Prints a page. What is not an element of it is text: the renderer escapes it. */
export function renderPage(path: string, page: VNode): OutputFile {
  return { path, text: `<!doctype html>${renderToStaticMarkup(page)}\n` };
}
