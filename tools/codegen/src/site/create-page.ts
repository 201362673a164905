import type { PageFiles } from "./addresses.js";
import { catalogWords } from "./catalog-words.js";
import { chooseLabels } from "./labels/choose-labels.js";
import type { Page } from "./pages/layout.js";
import type { SiteContext } from "./site-context.js";

/** Returns a page in a language, with the addresses of the same page in the others. */
export function createPage(
  context: SiteContext,
  tag: string,
  filesIn: (tag: string) => PageFiles,
  words: Pick<Page, "title" | "description">,
): Page {
  const { html, md, json } = filesIn(tag);
  const own = catalogWords(context.catalog, tag);
  return {
    context,
    tag,
    labels: chooseLabels(tag),
    own,
    file: html,
    title: `${words.title} · ${own.title.text}`,
    description: words.description,
    translations: new Map(context.addresses.tags.map((other) => [other, filesIn(other).html])),
    twins: { md, json },
  };
}
