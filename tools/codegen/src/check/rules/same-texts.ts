import { alikeModels } from "../../catalog/alike-model.js";
import { developerUnit, unitsOf } from "../../catalog/text-unit.js";
import { quoteBriefly } from "../../std/quote-briefly.js";
import { eachText } from "../each-text.js";
import type { Rule } from "../rule.js";

/**
 * Errors that no source tells apart have the same texts in every locale: other words would invent a
 * difference.
 */
export const rule: Rule = {
  name: "same-texts",
  check({ entries, locales }, report, places) {
    const models = alikeModels(entries);
    for (const locale of locales) {
      const units = unitsOf(locale);
      for (const { name, kind, field, text, place } of eachText([locale], places)) {
        const model = models.get(name);
        if (model === undefined) continue;
        const unit = kind === "developer" ? developerUnit(model) : model;
        const expected = units.get(unit)?.texts[field];
        if (expected === undefined || expected === text) continue;
        report(place(), `the ${field} of ${name} differs from that of ${model}, which is alike`, {
          hint: `write ${quoteBriefly(expected)} in both; if they differ, remove each from the other's alike`,
        });
      }
    }
  },
};
