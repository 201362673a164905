import type { Catalog } from "../../catalog/catalog.js";
import { scriptOf } from "../../catalog/locale-tag.js";
import { splitTemplate } from "../../catalog/template.js";
import { getOwn } from "../../std/get-own.js";
import { eachText, howToAllow } from "../each-text.js";
import { createWordFinder } from "../find-words.js";
import type { Rule } from "../rule.js";

/**
 * Texts for the person before the screen have no words of the API: no code, no identifiers, and none
 * of the words that `apiWords` lists in `glossary.yaml`. Those belong to the texts for developers. A
 * glossary without `apiWords` asks for none of this: the texts may be the API's own.
 */
export const rule: Rule = {
  name: "api-words",
  check(catalog, report, places) {
    if (catalog.glossary?.apiWords === undefined) return;
    for (const locale of catalog.locales) {
      const find = createFinder(catalog, locale.tag);
      for (const { name, kind, field, text, place } of eachText([locale], places, "api-words")) {
        if (kind === "developer" || kind === "outcome" || kind === "catalog") continue;
        const found = find(withoutPlaceholders(text));
        if (found === undefined) continue;
        report(place(), `the ${field} of ${name} has a word of the API, "${found}"`, {
          hint: `say it in words that the reader knows, or ${howToAllow("api-words")}`,
        });
      }
    }
  },
};

/** Words as identifiers are written. */
const WORDS = /[\p{scx=Latn}\p{N}_]+/gu;

/** camelCase and snake_case. */
const IDENTIFIER = /\p{Ll}\p{Lu}|[^_]_[^_]/u;

function createFinder(
  { glossary, entries }: Catalog,
  tag: string,
): (text: string) => string | undefined {
  const { everywhere = [], except = [], locales = {} } = glossary?.apiWords ?? {};
  const findListed = createWordFinder([...everywhere, ...(getOwn(locales, tag) ?? [])]);
  const exceptions = new Set(except);
  // In a language of the Latin script, a param's name may be an ordinary word: type, limit.
  const isLatin = scriptOf(tag)?.script === "Latn";
  const params = new Set(isLatin ? [] : entries.flatMap((entry) => Object.keys(entry.params)));
  const isForeign = (word: string) => IDENTIFIER.test(word) || params.has(word);
  return (text) => {
    if (text.includes("`")) return "`";
    const words = text.match(WORDS) ?? [];
    return words.find((word) => isForeign(word) && !exceptions.has(word)) ?? findListed(text);
  };
}

/** A text's own words: a placeholder may stand for any. */
function withoutPlaceholders(text: string): string {
  return splitTemplate(text)
    .filter((_, index) => index % 2 === 0)
    .join(" ");
}
