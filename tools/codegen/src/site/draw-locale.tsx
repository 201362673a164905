import { isErrorEntry } from "../catalog/catalog.js";
import { groupBy } from "../std/group-by.js";
import { printJson } from "../std/print-json.js";
import type { OutputFile } from "../write/output-file.js";
import { addressOf, linkTo, type PageFiles } from "./addresses.js";
import { describeError, describeFailure, type ErrorDescription } from "./describe-error.js";
import { generalFailures } from "./general-failures.js";
import { chooseLabels } from "./labels/choose-labels.js";
import { fillLabel } from "./labels/labels.js";
import { ErrorPage } from "./pages/error-page.js";
import { IndexPage } from "./pages/index-page.js";
import type { Page } from "./pages/layout.js";
import { CodePage, SharedCodePage } from "./pages/other-pages.js";
import { printErrorMarkdown, printIndexMarkdown } from "./print-markdown.js";
import { renderPage } from "./render-page.js";
import type { SiteContext } from "./site-context.js";

/** Draws all pages of one language, each with its Markdown and its JSON. */
export function drawLocale(context: SiteContext, tag: string): readonly OutputFile[] {
  const entries = context.catalog.entries.filter(isErrorEntry);
  const errors = entries.map((entry) => describeError(context, entry, tag));
  const general = generalFailures().map((failure) => describeFailure(context, failure, tag));
  const all = [...errors, ...general];
  return [
    ...all.flatMap((error) => drawError(context, tag, error)),
    ...drawIndex(context, tag, errors, general),
    ...[...context.addresses.codes].map(([code, names]) =>
      drawCode(
        context,
        tag,
        code,
        errors.filter(({ name }) => names.includes(name)),
      ),
    ),
  ];
}

/** Returns a page in a language, with the addresses of the same page in the others. */
function pageOf(
  context: SiteContext,
  tag: string,
  filesIn: (tag: string) => Partial<PageFiles> & Pick<PageFiles, "html">,
  words: Pick<Page, "title" | "description">,
): Page {
  const files = filesIn(tag);
  const { md, json } = files;
  return {
    context,
    tag,
    labels: chooseLabels(tag),
    file: files.html,
    title: `${words.title} · ${context.catalog.manifest.title}`,
    description: words.description,
    translations: new Map(context.addresses.tags.map((other) => [other, filesIn(other).html])),
    ...(md !== undefined && json !== undefined && { twins: { md, json } }),
  };
}

function drawError(
  context: SiteContext,
  tag: string,
  error: ErrorDescription,
): readonly OutputFile[] {
  const { name, code, texts } = error;
  const filesIn = (other: string) => context.addresses.error(other, name);
  const title = [code ?? "", name].join(" ").trim();
  const description = [texts.message, texts.outcome].filter((text) => text !== "").join(" ");
  const page = pageOf(context, tag, filesIn, { title, description });
  const files = filesIn(tag);
  return [
    renderPage(files.html, <ErrorPage page={page} error={error} />),
    { path: files.md, text: printErrorMarkdown(error, page) },
    { path: files.json, text: printJson(error) },
  ];
}

function drawIndex(
  context: SiteContext,
  tag: string,
  errors: readonly ErrorDescription[],
  general: readonly ErrorDescription[],
): readonly OutputFile[] {
  const { catalog, addresses } = context;
  const filesIn = (other: string) => addresses.index(other);
  const title = chooseLabels(tag).allErrors;
  const words = { title, description: catalog.manifest.description };
  const page = { ...pageOf(context, tag, filesIn, words), isIndex: true };
  const byCategory = groupBy(errors, ({ category }) => category ?? "");
  const groups = new Map(
    Object.keys(catalog.manifest.categories).flatMap((category) => {
      const group = byCategory.get(category);
      return group === undefined ? [] : [[category, group] as const];
    }),
  );
  const files = filesIn(tag);
  const { id, title: name, description } = catalog.manifest;
  const list = errors.map(({ name, code, category, outcome, retry, next, texts }) => ({
    name,
    code,
    category,
    outcome,
    retry,
    next: next.write,
    title: texts.title,
    message: texts.message,
  }));
  return [
    renderPage(files.html, <IndexPage page={page} groups={groups} general={general} />),
    { path: files.md, text: printIndexMarkdown([...errors, ...general], page) },
    { path: files.json, text: printJson({ id, title: name, description, errors: list }) },
  ];
}

function drawCode(
  context: SiteContext,
  tag: string,
  code: string,
  errors: readonly ErrorDescription[],
): OutputFile {
  const { addresses, baseUrl } = context;
  const filesIn = (other: string) => ({ html: addresses.code(other, code) });
  const file = addresses.code(tag, code);
  const [error] = errors;
  if (error !== undefined && errors.length === 1) {
    const target = addresses.error(tag, error.name).html;
    const href = linkTo(file, target);
    const canonical = baseUrl === undefined ? href : addressOf(baseUrl, target);
    const props = { code, name: error.name, lang: tag, href, canonical };
    return renderPage(file, <CodePage {...props} />);
  }
  const description = fillLabel(chooseLabels(tag).sharedCode, { code });
  const page = pageOf(context, tag, filesIn, { title: code, description });
  return renderPage(file, <SharedCodePage page={page} code={code} errors={errors} />);
}
