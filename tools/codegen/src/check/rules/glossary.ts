import type { Catalog } from "../../catalog/catalog.js";
import type { Glossary, Locale } from "../../catalog/locale.js";
import type { Places } from "../../load/places.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import { getOwn } from "../../std/get-own.js";
import { eachText, howToAllow, rememberFaults, reportTexts, type TextFault } from "../each-text.js";
import { createWordFinder, withoutPlaceholders } from "../find-words.js";
import type { Report, Rule } from "../rule.js";

/**
 * No text uses a word that `glossary.yaml` forbids in its locale. The glossary forbids words only
 * where it names a source, and names existing locales only.
 */
export const rule: Rule = {
  name: "glossary",
  check(catalog, report, places) {
    const { glossary, locales } = catalog;
    if (glossary === undefined) return;
    checkTags(catalog, glossary, report, places);
    checkSources(glossary, report, places);
    for (const locale of locales) reportTexts(findForbidden(locale, glossary), report, places);
  },
};

const findForbidden = rememberFaults(forbiddenWordsIn);

function* forbiddenWordsIn(locale: Locale, glossary: Glossary): Generator<TextFault> {
  const forbidden = forbiddenIn(glossary, locale.tag);
  const findAny = createWordFinder(forbidden.map(({ word }) => word));
  for (const text of eachText(locale, "terms")) {
    const words = withoutPlaceholders(text.text);
    if (findAny(words) === undefined) continue;
    for (const { term, use, find } of forbidden) {
      const found = find(words);
      if (found === undefined) continue;
      yield {
        text,
        message: `"${found}" must not be used for "${term}"`,
        hint: `write "${use}", or ${howToAllow("terms")}`,
      };
    }
  }
}

function checkTags(
  { locales }: Catalog,
  { terms, characters = {}, outcomeWords = {}, apiWords = {} }: Glossary,
  report: Report,
  places: Places,
): void {
  const tags = new Set(locales.map(({ tag }) => tag));
  const named = [
    ...terms.flatMap((term, index) =>
      Object.keys(term.locales).map((tag) => ({ tag, path: ["terms", index, "locales", tag] })),
    ),
    ...Object.keys(characters).map((tag) => ({ tag, path: ["characters", tag] })),
    ...Object.keys(outcomeWords).map((tag) => ({ tag, path: ["outcomeWords", tag] })),
    ...Object.keys(apiWords.locales ?? {}).map((tag) => ({
      tag,
      path: ["apiWords", "locales", tag],
    })),
  ];
  for (const { tag, path } of named.filter((one) => !tags.has(one.tag))) {
    report(places.glossary(path), `there is no locale ${tag}: expected locales/${tag}.json`);
  }
}

/** A habit of one editor is not a reason to forbid what another writes. */
function checkSources({ terms, sources = {} }: Glossary, report: Report, places: Places): void {
  const known = Object.keys(sources);
  for (const [index, { term, locales }] of terms.entries()) {
    for (const [tag, { use, never = [], source }] of Object.entries(locales)) {
      const place = (field: string) => places.glossary(["terms", index, "locales", tag, field]);
      if (source === undefined && never.length > 0) {
        report(place("never"), `words are forbidden for "${term}" without a source`, {
          hint: `name in "source" where "${use}" was seen, or remove "never"`,
        });
      }
      if (source !== undefined && !Object.hasOwn(sources, source)) {
        report(place("source"), `the source ${JSON.stringify(source)} is not in "sources"`, {
          hint: didYouMean(source, known),
        });
      }
    }
  }
}

/** A word that must not be used for a term, and the word to use instead. */
interface Forbidden {
  readonly term: string;
  readonly use: string;
  readonly word: string;
  /** Finds the word in a text, as the text writes it. */
  readonly find: (text: string) => string | undefined;
}

function forbiddenIn({ terms }: Glossary, tag: string): readonly Forbidden[] {
  return terms.flatMap(({ term, locales }) => {
    const { use = "", never = [] } = getOwn(locales, tag) ?? {};
    return never.map((word) => ({ term, use, word, find: createWordFinder([word]) }));
  });
}
