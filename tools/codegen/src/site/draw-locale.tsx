import { isErrorEntry } from "../catalog/catalog.js";
import { groupBy } from "../std/group-by.js";
import { printJson } from "../std/print-json.js";
import type { OutputFile } from "../write/output-file.js";
import { catalogWords } from "./catalog-words.js";
import { createPage } from "./create-page.js";
import { describeError, describeFailure, type ErrorDescription, idsOf } from "./describe-error.js";
import { drawCode } from "./draw-code.js";
import { generalFailures } from "./general-failures.js";
import { chooseLabels } from "./labels/choose-labels.js";
import { ErrorPage } from "./pages/error-page.js";
import { IndexPage } from "./pages/index-page.js";
import { printErrorMarkdown, printIndexMarkdown } from "./print-markdown.js";
import { renderPage } from "./render-page.js";
import type { SiteContext } from "./site-context.js";
import { summarizeError } from "./summarize-error.js";
import { joinSentences } from "./writing.js";

/** Draws all pages of one language, each with its Markdown and its JSON. */
export function drawLocale(context: SiteContext, tag: string): readonly OutputFile[] {
  const entries = context.catalog.entries.filter(isErrorEntry);
  const errors = entries.map((entry) => describeError(context, entry, tag));
  const general = generalFailures().map((failure) => describeFailure(context, failure, tag));
  const all = [...errors, ...general];
  const byName = new Map(errors.map((error) => [error.name, error]));
  return [
    ...all.flatMap((error) => drawError(context, tag, error)),
    ...drawIndex(context, tag, errors, general),
    ...[...context.addresses.codes].flatMap(([code, names]) =>
      drawCode(
        context,
        tag,
        code,
        names.flatMap((name) => byName.get(name) ?? []),
      ),
    ),
  ];
}

function drawError(
  context: SiteContext,
  tag: string,
  error: ErrorDescription,
): readonly OutputFile[] {
  const { name, texts } = error;
  const filesIn = (other: string) => context.addresses.error(other, name);
  const title = idsOf(error).join(" ");
  const description = joinSentences([texts.message, texts.outcome]);
  const page = createPage(context, tag, filesIn, { title, description });
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
  const words = { title, description: catalogWords(catalog, tag).description.text };
  const page = { ...createPage(context, tag, filesIn, words), isIndex: true };
  const byCategory = groupBy(errors, ({ category }) => category ?? "");
  const groups = new Map(
    Object.keys(catalog.manifest.categories).flatMap((category) => {
      const group = byCategory.get(category);
      return group === undefined ? [] : [[category, group] as const];
    }),
  );
  const files = filesIn(tag);
  const json = {
    id: catalog.manifest.id,
    title: page.own.title.text,
    description: page.own.description.text,
    errors: errors.map(summarizeError),
    failures: general.map(summarizeError),
    codes: Object.fromEntries(addresses.codes),
  };
  return [
    renderPage(files.html, <IndexPage page={page} groups={groups} general={general} />),
    { path: files.md, text: printIndexMarkdown([...errors, ...general], page) },
    { path: files.json, text: printJson(json) },
  ];
}
