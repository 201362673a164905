import { printJson } from "../std/print-json.js";
import type { OutputFile } from "../write/output-file.js";
import { addressOf, linkTo } from "./addresses.js";
import { createPage } from "./create-page.js";
import type { ErrorDescription } from "./describe-error.js";
import { chooseLabels } from "./labels/choose-labels.js";
import { fillLabel } from "./labels/labels.js";
import type { Page } from "./pages/layout.js";
import { CodePage, SharedCodePage } from "./pages/other-pages.js";
import { printCodeMarkdown } from "./print-markdown.js";
import { renderPage } from "./render-page.js";
import type { SiteContext } from "./site-context.js";
import { summarizeError } from "./summarize-error.js";

/** Draws the page of a code in a language, with its Markdown and its JSON. */
export function drawCode(
  context: SiteContext,
  tag: string,
  code: string,
  errors: readonly ErrorDescription[],
): readonly OutputFile[] {
  const filesIn = (other: string) => context.addresses.code(other, code);
  const description = fillLabel(chooseLabels(tag).sharedCode, { code });
  const page = createPage(context, tag, filesIn, { title: code, description });
  const { md, json } = filesIn(tag);
  return [
    drawPage(page, code, errors),
    { path: md, text: printCodeMarkdown(code, errors, page) },
    { path: json, text: printJson({ code, errors: errors.map(summarizeError) }) },
  ];
}

/** A code that one error has leads to its page; several are listed. */
function drawPage(page: Page, code: string, errors: readonly ErrorDescription[]): OutputFile {
  const { context, tag, file } = page;
  const { addresses, baseUrl } = context;
  const [error] = errors;
  if (error === undefined || errors.length > 1)
    return renderPage(file, <SharedCodePage page={page} code={code} errors={errors} />);
  const target = addresses.error(tag, error.name).html;
  const href = linkTo(file, target);
  const canonical = baseUrl === undefined ? href : addressOf(baseUrl, target);
  const props = { page, title: `${code} ${error.name}`, href, canonical };
  return renderPage(file, <CodePage {...props} />);
}
