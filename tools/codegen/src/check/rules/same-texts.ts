import { alikeModels } from "../../catalog/alike-model.js";
import type { Catalog } from "../../catalog/catalog.js";
import { developerUnit, unitsOf } from "../../catalog/text-unit.js";
import { quoteBriefly } from "../../std/quote-briefly.js";
import { eachText, reportTexts, type TextFault } from "../each-text.js";
import type { Rule } from "../rule.js";

/**
 * Errors that no source tells apart have the same texts in every locale: other words would invent a
 * difference.
 */
export const rule: Rule = {
  name: "same-texts",
  check(catalog, report, places) {
    reportTexts(findOtherTexts(catalog), report, places);
  },
};

function* findOtherTexts({ entries, locales }: Catalog): Generator<TextFault> {
  const models = alikeModels(entries);
  if (models.size === 0) return;
  for (const locale of locales) {
    const units = unitsOf(locale);
    for (const text of eachText(locale)) {
      const { name, kind, field } = text;
      const model = models.get(name);
      if (model === undefined) continue;
      const unit = kind === "developer" ? developerUnit(model) : model;
      const expected = units.get(unit)?.texts[field];
      if (expected === undefined || expected === text.text) continue;
      yield {
        text,
        message: `the ${field} of ${name} differs from that of ${model}, which is alike`,
        hint: `write ${quoteBriefly(expected)} in both; if they differ, remove each from the other's alike`,
      };
    }
  }
}
