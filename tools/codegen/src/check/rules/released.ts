import { RELEASED } from "../../load/released-file.js";
import type { Rule } from "../rule.js";

/** A released entry is never removed from the catalog, but retired. */
export const rule: Rule = {
  name: "released",
  check({ entries, complete, releasedNames }, report, places) {
    if (!complete) return;
    const names = new Set(entries.map(({ name }) => name));
    for (const name of releasedNames.filter((name) => !names.has(name))) {
      report(places.file(RELEASED), `${name} was released but is missing from the catalog`, {
        hint: "restore the entry and retire it: retired: { since, reason, replacedBy? }",
      });
    }
  },
};
