import type { Locale } from "../../catalog/locale.js";
import { type Params, paramsByName } from "../../catalog/params-by-name.js";
import { excessColumns, MAX_COLUMNS } from "../../catalog/text-columns.js";
import { eachText, howToAllow, rememberFaults, reportTexts, type TextFault } from "../each-text.js";
import type { Rule } from "../rule.js";

/** Texts fit where they are shown, counted in columns. */
export const rule: Rule = {
  name: "width",
  check({ entries, locales }, report, places) {
    const params = paramsByName(entries);
    for (const locale of locales) reportTexts(findOverlong(locale, params), report, places);
  },
};

const findOverlong = rememberFaults(overlongIn);

function* overlongIn(locale: Locale, params: ReadonlyMap<string, Params>): Generator<TextFault> {
  for (const text of eachText(locale, "overlong")) {
    const { name, kind, field } = text;
    const columns = excessColumns(kind, text.text, params.get(name));
    if (columns === undefined) continue;
    yield {
      text,
      message: `the ${field} of ${name} takes ${columns} columns: at most ${MAX_COLUMNS[kind]} are allowed`,
      hint: `shorten it, or ${howToAllow("overlong")}`,
    };
  }
}
