import type { Locale } from "../../catalog/locale.js";
import { scriptOf } from "../../catalog/locale-tag.js";
import { paramOfField } from "../../catalog/text-unit.js";
import { eachText, howToAllow, rememberFaults, reportTexts, type TextFault } from "../each-text.js";
import type { Rule } from "../rule.js";

/**
 * A Korean particle right after a placeholder has both of its forms, `을(를)`: which of them is
 * right depends on the last sound of the value. Not after a param whose values the locale has words
 * for.
 */
export const rule: Rule = {
  name: "particles",
  check({ locales }, report, places) {
    for (const locale of locales) {
      if (scriptOf(locale.tag)?.language === "ko") reportTexts(findFaults(locale), report, places);
    }
  },
};

const findFaults = rememberFaults(faultsIn);

function* faultsIn(locale: Locale): Generator<TextFault> {
  for (const text of eachText(locale, "particles")) {
    const worded = new Set(Object.keys(text.texts).map(paramOfField));
    const right = text.text.replace(PARTICLE, (whole, placeholder, name, particle) =>
      worded.has(name) ? whole : placeholder + BOTH_FORMS[particle],
    );
    if (right === text.text) continue;
    yield {
      text,
      message: `the ${text.field} of ${text.name} has one form of a particle after a placeholder`,
      hint: `write "${right}", or ${howToAllow("particles")}`,
    };
  }
}

const BOTH_FORMS: Readonly<Record<string, string>> = {
  을: "을(를)",
  를: "을(를)",
  은: "은(는)",
  는: "은(는)",
  이: "이(가)",
  가: "이(가)",
  과: "과(와)",
  와: "과(와)",
  으로: "(으)로",
  로: "(으)로",
};

/** A placeholder, which may be quoted, and the particle that ends its word. */
const PARTICLE = /(\{(\w+)\}["'’”」』]?)(을|를|은|는|이|가|과|와|으로|로)(?![\p{L}\p{N}(])/gu;
