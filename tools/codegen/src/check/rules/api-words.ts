import type { ApiWords, Locale } from "../../catalog/locale.js";
import { scriptOf } from "../../catalog/locale-tag.js";
import { type Params, paramsByName } from "../../catalog/params-by-name.js";
import { getOwn } from "../../std/get-own.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import { eachText, howToAllow, rememberFaults, reportTexts, type TextFault } from "../each-text.js";
import { createWordFinder, withoutPlaceholders } from "../find-words.js";
import type { Rule } from "../rule.js";

/**
 * Texts for the person before the screen have no words of the API: no code, no identifiers, and
 * none of the words that `apiWords` lists in `glossary.yaml`. Those belong to the texts for
 * developers. A glossary without `apiWords` asks for none of this: the texts may be the API's own.
 */
export const rule: Rule = {
  name: "api-words",
  check(catalog, report, places) {
    if (catalog.glossary?.apiWords === undefined) return;
    const { apiWords } = catalog.glossary;
    const params = paramNames(paramsByName(catalog.entries));
    for (const locale of catalog.locales) {
      // In a language of the Latin script, a param's name may be an ordinary word: type, limit.
      const isLatin = scriptOf(locale.tag)?.script === "Latn";
      reportTexts(findApiWords(locale, apiWords, isLatin ? NO_NAMES : params), report, places);
    }
  },
};

const NO_NAMES: ReadonlySet<string> = new Set();

/** The names of all params. */
const paramNames = memoizeByObject(
  (params: ReadonlyMap<string, Params>) => new Set([...params.values()].flatMap(Object.keys)),
);

const findApiWords = rememberFaults(apiWordsIn);

function* apiWordsIn(
  locale: Locale,
  apiWords: ApiWords,
  params: ReadonlySet<string>,
): Generator<TextFault> {
  const find = createFinder(apiWords, params, locale.tag);
  for (const text of eachText(locale, "api-words")) {
    const { name, kind, field } = text;
    if (kind === "developer" || kind === "outcome" || kind === "catalog") continue;
    const found = find(withoutPlaceholders(text.text));
    if (found === undefined) continue;
    yield {
      text,
      message: `the ${field} of ${name} has a word of the API, "${found}"`,
      hint: `say it in words that the reader knows, or ${howToAllow("api-words")}`,
    };
  }
}

/** Words as identifiers are written. */
const WORDS = /[\p{scx=Latn}\p{N}_]+/gu;

/** camelCase and snake_case. */
const IDENTIFIER = /\p{Ll}\p{Lu}|[^_]_[^_]/u;

function createFinder(
  { everywhere = [], except = [], locales = {} }: ApiWords,
  params: ReadonlySet<string>,
  tag: string,
): (text: string) => string | undefined {
  const findListed = createWordFinder([...everywhere, ...(getOwn(locales, tag) ?? [])]);
  const exceptions = new Set(except);
  const isForeign = (word: string) => IDENTIFIER.test(word) || params.has(word);
  return (text) => {
    if (text.includes("`")) return "`";
    const words = text.match(WORDS) ?? [];
    return words.find((word) => isForeign(word) && !exceptions.has(word)) ?? findListed(text);
  };
}
