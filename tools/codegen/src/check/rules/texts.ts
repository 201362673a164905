import type { Catalog } from "../../catalog/catalog.js";
import { localeOf } from "../../catalog/locale.js";
import { unitsOf } from "../../catalog/text-unit.js";
import { codePoint } from "../../characters/code-point.js";
import type { Places } from "../../load/places.js";
import { eachText, howToAllow } from "../each-text.js";
import type { Report, Rule } from "../rule.js";

/**
 * Control characters, lone surrogates, and marks that have no width or set the direction of text.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** Texts are not empty, free of invisible characters, and translated. */
export const rule: Rule = {
  name: "texts",
  check(catalog, report, places) {
    for (const { name, field, text, place } of eachText(catalog.locales, places)) {
      for (const fault of faultsOf(text)) report(place(), `the ${field} of ${name} ${fault}`);
    }
    checkTranslated(catalog, report, places);
  },
};

function* faultsOf(text: string): Generator<string> {
  const trimmed = text.trim();
  if (trimmed === "") yield "is empty";
  else if (trimmed !== text) yield "begins or ends with whitespace";
  const unseen = UNSEEN.exec(text)?.[0];
  if (unseen !== undefined) yield `has an invisible character, ${codePoint(unseen)}`;
  if (text.includes("$t("))
    yield `contains "$t(", which i18next reads as a reference to another text`;
}

function checkTranslated(catalog: Catalog, report: Report, places: Places): void {
  const { sourceLocale } = catalog.manifest;
  const source = unitsOf(localeOf(catalog, sourceLocale));
  const others = catalog.locales.filter(({ tag }) => tag !== sourceLocale);
  for (const { name, unit, field, text, place } of eachText(others, places, "untranslated")) {
    if (text !== source.get(unit)?.texts[field]) continue;
    report(
      place(),
      `the ${field} of ${name} is not translated: it is the same in ${sourceLocale}`,
      {
        hint: `translate it, or ${howToAllow("untranslated")}`,
      },
    );
  }
}
