import { RELEASED } from "../../load/released-file.js";
import type { Rule } from "../rule.js";

/** What has been released is never removed: it is retired. */
export const rule: Rule = {
  name: "released",
  check({ entries, complete, releasedNames }, report, places) {
    if (!complete) return;
    const names = new Set(entries.map(({ name }) => name));
    for (const name of releasedNames.filter((name) => !names.has(name))) {
      report(places.file(RELEASED), `${name} was released, and is gone from the catalog`, {
        hint: "bring it back and retire it: retired: { since, reason, replacedBy? }",
      });
    }
  },
};
