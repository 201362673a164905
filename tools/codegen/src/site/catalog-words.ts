import type { Catalog } from "../catalog/catalog.js";
import { type CatalogTexts, localeOf } from "../catalog/locale.js";
import { getOwn } from "../std/get-own.js";

/** A text, and the language that it is in. */
interface Words {
  readonly text: string;
  readonly locale: string;
}

/** The name and the description of a category in a language. */
interface CategoryWords {
  readonly name: Words;
  readonly description: Words;
}

/** The names of the catalog and of its categories in a language. */
export interface CatalogWords {
  readonly title: Words;
  readonly description: Words;
  categoryOf(name: string): CategoryWords;
}

/** Returns the texts of a locale; where it has none, those of the source locale or the manifest. */
export function catalogWords(catalog: Catalog, tag: string): CatalogWords {
  const { title, description, categories, sourceLocale } = catalog.manifest;
  const { subset } = catalog;
  const choose = (read: (own: CatalogTexts) => string | undefined, text: string): Words => {
    for (const locale of new Set([tag, sourceLocale])) {
      const { catalog: own } = localeOf(catalog, locale);
      const found = own && read(own);
      if (found !== undefined) return { text: found, locale };
    }
    return { text, locale: sourceLocale };
  };
  const whole = choose((own) => own.title, title);
  return {
    title: subset === undefined ? whole : { ...whole, text: `${whole.text}: ${subset.name}` },
    description:
      subset === undefined
        ? choose((own) => own.description, description)
        : { text: subset.description, locale: sourceLocale },
    categoryOf: (name) => ({
      name: choose((own) => getOwn(own.categories ?? {}, name)?.name, name),
      description: choose(
        (own) => getOwn(own.categories ?? {}, name)?.description,
        getOwn(categories, name)?.description ?? "",
      ),
    }),
  };
}
