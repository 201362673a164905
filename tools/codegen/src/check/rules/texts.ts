import { type Locale, localeOf } from "../../catalog/locale.js";
import { unitsOf } from "../../catalog/text-unit.js";
import { codePoint } from "../../characters/code-point.js";
import { eachText, howToAllow, rememberFaults, reportTexts, type TextFault } from "../each-text.js";
import type { Rule } from "../rule.js";

/**
 * Control characters, lone surrogates, and what shows nothing or sets the direction of text. Some
 * scripts need joiners and variation selectors.
 */
const UNSEEN =
  /(?!\u200c|\u200d|\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Texts are not empty, free of invisible characters, and translated. */
export const rule: Rule = {
  name: "texts",
  check(catalog, report, places) {
    const source = localeOf(catalog, catalog.manifest.sourceLocale);
    for (const locale of catalog.locales) {
      reportTexts(findFaults(locale), report, places);
      if (locale.tag !== source.tag) reportTexts(findUntranslated(locale, source), report, places);
    }
  },
};

const findFaults = rememberFaults(faultsIn);
const findUntranslated = rememberFaults(untranslatedIn);

function* faultsIn(locale: Locale): Generator<TextFault> {
  for (const text of eachText(locale)) {
    for (const fault of faultsOf(text.text))
      yield { text, message: `the ${text.field} of ${text.name} ${fault}` };
  }
}

function* faultsOf(text: string): Generator<string> {
  const trimmed = text.trim();
  if (trimmed === "") yield "is empty";
  else if (trimmed !== text) yield "begins or ends with whitespace";
  const unseen = UNSEEN.exec(text)?.[0];
  if (unseen !== undefined) yield `has an invisible character, ${codePoint(unseen)}`;
  if (text.includes("$t("))
    yield `contains "$t(", which i18next reads as a reference to another text`;
}

function* untranslatedIn(locale: Locale, source: Locale): Generator<TextFault> {
  const units = unitsOf(source);
  for (const text of eachText(locale, "untranslated")) {
    const { name, unit, field } = text;
    if (text.text !== units.get(unit)?.texts[field]) continue;
    yield {
      text,
      message: `the ${field} of ${name} is not translated: it is the same in ${source.tag}`,
      hint: `translate it, or ${howToAllow("untranslated")}`,
    };
  }
}
