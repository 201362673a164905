import { entriesByName } from "../../catalog/entry.js";
import { excessColumns, MAX_COLUMNS } from "../../catalog/text-columns.js";
import { eachText, howToAllow } from "../each-text.js";
import type { Rule } from "../rule.js";

/** Texts fit where they are shown, counted in columns. */
export const rule: Rule = {
  name: "width",
  check({ entries, locales }, report, places) {
    const byName = entriesByName(entries);
    for (const { name, kind, field, text, place } of eachText(locales, places, "overlong")) {
      const columns = excessColumns(kind, text, byName.get(name)?.params);
      if (columns === undefined) continue;
      const message = `the ${field} of ${name} takes ${columns} columns: at most ${MAX_COLUMNS[kind]} are allowed`;
      report(place(), message, { hint: `shorten it, or ${howToAllow("overlong")}` });
    }
  },
};
