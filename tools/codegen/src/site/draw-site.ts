import type { Catalog } from "../catalog/catalog.js";
import { publishedOf } from "../catalog/published.js";
import { subsetOf } from "../catalog/subset.js";
import { GENERAL_FAILURES } from "../catalog/text-unit.js";
import { wordsOf } from "../catalog/vocabulary.js";
import { emitModules } from "../emit/emit-modules.js";
import type { OutputFile } from "../write/output-file.js";
import { Addresses, ASSETS } from "./addresses.js";
import { bundleModules, readAsset } from "./bundle-modules.js";
import { drawLocale } from "./draw-locale.js";
import { drawNotFound, printSitemap } from "./draw-root.js";
import { chooseLabels } from "./labels/choose-labels.js";
import { type Action, loadRuntime, type Runtime } from "./load-runtime.js";
import { printLlms } from "./print-llms.js";
import { printTexts } from "./print-texts.js";
import { SIGNS } from "./signs.js";
import type { SiteContext } from "./site-context.js";
import { fontStyles } from "./writing.js";

/** Options of a site beside its catalog. */
export interface SiteOptions {
  /** The address where it is published: for sitemaps, canonical addresses, and missing pages. */
  readonly baseUrl?: string | undefined;
  /** The address for reports, with `{title}` and `{body}`. */
  readonly reportUrl?: string | undefined;
  /** The subset that it is about; absent: all that is public. */
  readonly subset?: string | undefined;
}

/**
 * Draws the reference of a catalog as a static site: every file of it, in memory. The same catalog
 * gives the same bytes.
 */
export async function drawSite(
  whole: Catalog,
  { baseUrl, reportUrl, subset }: SiteOptions = {},
): Promise<readonly OutputFile[]> {
  const catalog = subset === undefined ? publishedOf(whole) : subsetOf(whole, subset);
  if (catalog === undefined) throw new Error(`the catalog has no subset ${subset}`);
  const modules = await emitModules(catalog);
  const runtime = await loadRuntime(modules, catalog);
  const addresses = new Addresses(catalog);
  const context: SiteContext = {
    catalog,
    runtime,
    addresses,
    baseUrl: baseUrl?.replace(/\/$/, ""),
    reportUrl,
  };
  const pages = addresses.tags.flatMap((tag) => drawLocale(context, tag));
  return [
    ...pages,
    drawNotFound(context),
    { path: "llms.txt", text: printLlms(context) },
    ...printSitemap(context, pages),
    ...addresses.tags.flatMap((tag) => printTexts(context, tag)),
    ...(await drawAssets(context, modules)),
  ];
}

/** The global variable by which the script of every page hands modules to the reader. */
const SHARED = "siteShared";

/** Draws the script that reads logs, which a page loads when one is pasted. */
async function drawReader(modules: ReadonlyMap<string, string>): Promise<OutputFile> {
  const paths = [
    ...["cli/catalog/lookup.ts", "cli/explain/failures-of.ts"],
    ...["validator/identify.ts", "validator/parse-response.ts"],
  ];
  const text = await bundleModules(modules, readAsset("script/reader.ts"), {
    output: { format: "iife", minify: true },
    shared: Object.fromEntries(paths.map((path) => [path, SHARED])),
  });
  return { path: `${ASSETS}/reader.js`, text };
}

async function drawAssets(
  { catalog, addresses, runtime }: SiteContext,
  modules: ReadonlyMap<string, string>,
): Promise<readonly OutputFile[]> {
  const script = await bundleModules(modules, readAsset("script/main.ts"), {
    output: { format: "iife", minify: true },
    define: {
      SITE_TAGS: JSON.stringify(addresses.tags),
      SITE_SIGNS: JSON.stringify(SIGNS),
      SITE_ACTIONS: JSON.stringify(listActions(catalog, runtime)),
      SITE_FAILURES: JSON.stringify(GENERAL_FAILURES),
    },
  });
  const colors = Object.entries(catalog.manifest.site?.colors ?? {}).map(
    ([name, { light, dark }]) => `--${name}:light-dark(${light},${dark});`,
  );
  const shared = `${readAsset("style.css")}:root{${colors.join("")}}`;
  const styles = addresses.tags.map((tag) =>
    toStyles(`style-${tag}.css`, shared + fontStyles(chooseLabels(tag).tag)),
  );
  return [
    { path: `${ASSETS}/site.js`, text: script },
    await drawReader(modules),
    ...styles,
    ...["index.css", "box.css"].map((name) => toStyles(name, readAsset(name))),
    { path: `${ASSETS}/icon.svg`, text: readAsset("icon.svg") },
  ];
}

/** Lists the actions for a request that writes, by the outcome and the retry of its failure. */
function listActions(
  { schema }: Catalog,
  { nextStep }: Runtime,
): Readonly<Record<string, Readonly<Record<string, Action>>>> {
  const actionOf = (outcome: string, retry: string) =>
    nextStep({ name: "", outcome, retry }, { method: "POST" }).action;
  const retries = wordsOf(schema, "Retry");
  return Object.fromEntries(
    wordsOf(schema, "Outcome").map((outcome) => [
      outcome,
      Object.fromEntries(retries.map((retry) => [retry, actionOf(outcome, retry)])),
    ]),
  );
}

/**
 * Comments and line breaks are for those who edit the styles. None of them has either in a text.
 */
function toStyles(name: string, styles: string): OutputFile {
  const text = styles
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replaceAll(";}", "}")
    .replace(/: /g, ":");
  return { path: `${ASSETS}/${name}`, text: text.trim() };
}
