import { resolve } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { ownedFolders } from "../catalog/owned-folders.js";
import { subsetsOf } from "../catalog/subset.js";
import { didYouMean } from "../problem/did-you-mean.js";
import { UserError } from "../problem/user-error.js";
import { count } from "../std/count.js";
import { containsAnywhere } from "../write/contains.js";
import { EDITED_FOLDERS } from "../write/owned-folder.js";
import { replaceFolder } from "../write/replace-folder.js";
import { lintCatalog } from "./input/read-catalog.js";
import { type Command, defineCommand } from "./program/command.js";

/** `codegen site`. */
export const command: Command = defineCommand({
  name: "site",
  summary: "draw the error reference: a static site with a page for each error and language",
  examples: [
    "site --out site",
    "site --out site --base-url https://errors.example.com",
    "site --subset orders --out site/orders",
  ],
  options: {
    out: {
      summary: "folder of the site, which is replaced as a whole",
      value: "<folder>",
      default: "site",
    },
    baseUrl: {
      summary: "where the site is published, for its sitemap and its canonical addresses",
      value: "<url>",
    },
    subset: {
      summary: "the subset of the manifest that the site is about (default: all that is public)",
      value: "<name>",
    },
    reportUrl: {
      summary: "where reports go, with {title} and {body} in it (default: an e-mail)",
      value: "<url>",
    },
  },
  async run({ catalog: folder, out, baseUrl, reportUrl, subset, custom }) {
    if (baseUrl !== undefined && !isFolderAddress(baseUrl))
      throw new UserError(`--base-url is not the http or https address of a folder: ${baseUrl}`);
    if (reportUrl !== undefined && !isWebAddress(reportUrl))
      throw new UserError(`--report-url is not an http or https address: ${reportUrl}`);
    const { catalog } = await lintCatalog(folder, "text", custom);
    assertSubset(catalog, subset);
    assertOwnFolder(catalog, out);
    // Its bundler is large, and no other command needs it.
    const { drawSite } = await import("../site/draw-site.js");
    const files = await drawSite(catalog, { baseUrl, reportUrl, subset });
    replaceFolder(out, files);
    const pages = files.filter(({ path }) => path.endsWith(".html")).length;
    console.log(`${out}: ${count(pages, "page")}, ${count(files.length, "file")}`);
    return 0;
  },
});

function assertSubset({ manifest }: Catalog, subset: string | undefined): void {
  const known = subsetsOf(manifest).map(([name]) => name);
  if (subset === undefined || known.includes(subset)) return;
  const near = didYouMean(subset, known);
  const hint =
    near ?? (known.length === 0 ? "it declares none" : `expected one of ${known.join(", ")}`);
  throw new UserError(`catalog.yaml has no subset ${subset}: ${hint}`);
}

/** A site has a folder of its own: another one's files are edited by hand, or generated too. */
function assertOwnFolder({ directory, manifest }: Catalog, out: string): void {
  const taken = [...EDITED_FOLDERS, ...ownedFolders(manifest)].find((folder) =>
    containsAnywhere(resolve(directory, folder), resolve(out)),
  );
  if (taken !== undefined)
    throw new UserError(`${out} lies in ${taken} of the catalog: choose another folder`);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Whether the addresses of pages can follow: a query or a fragment would swallow them. */
function isFolderAddress(text: string): boolean {
  return isWebAddress(text) && !/[?#]/.test(text);
}
