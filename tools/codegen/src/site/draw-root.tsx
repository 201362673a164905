import { h } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import type { OutputFile } from "../write/output-file.js";
import { addressOf } from "./addresses.js";
import { catalogWords } from "./catalog-words.js";
import { chooseLabels } from "./labels/choose-labels.js";
import { NotFoundPage } from "./pages/other-pages.js";
import { renderPage } from "./render-page.js";
import type { SiteContext } from "./site-context.js";

/** Draws the page that a server shows at every address without one. */
export function drawNotFound(context: SiteContext): OutputFile {
  const { addresses, baseUrl } = context;
  const tag = addresses.tags[0] ?? "en";
  const labels = chooseLabels(tag);
  const own = catalogWords(context.catalog, tag);
  const page = {
    context,
    tag,
    labels,
    own,
    file: "404.html",
    title: `${labels.notFound} · ${own.title.text}`,
    description: labels.notFoundHint,
    translations: new Map<string, string>(),
    // The page stands at any depth: only links from the root of the server lead somewhere.
    root: baseUrl === undefined ? "/" : `${new URL(baseUrl).pathname.replace(/\/$/, "")}/`,
  };
  return renderPage(page.file, <NotFoundPage page={page} />);
}

/**
 * Prints the list of the pages of errors and lists for search engines, and where it is; neither
 * where the site has no address. A page that only leads to another is not in it.
 */
export function printSitemap(
  { addresses, baseUrl, catalog }: SiteContext,
  pages: readonly OutputFile[],
): readonly OutputFile[] {
  if (baseUrl === undefined) return [];
  const codes = new Set(
    addresses.tags.flatMap((tag) =>
      [...addresses.codes.keys()].map((code) => addresses.code(tag, code).html),
    ),
  );
  const urls = pages
    .filter(({ path }) => path.endsWith(".html") && !codes.has(path))
    .map(({ path }) => h("url", null, h("loc", null, addressOf(baseUrl, path))));
  const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";
  const urlset = renderToStaticMarkup(h("urlset", { xmlns } as object, urls));
  const robots = `# ${catalog.manifest.id}\nUser-agent: *\nAllow: /\nSitemap: ${baseUrl}/sitemap.xml\n`;
  return [
    { path: "sitemap.xml", text: `<?xml version="1.0" encoding="utf-8"?>\n${urlset}\n` },
    { path: "robots.txt", text: robots },
  ];
}
