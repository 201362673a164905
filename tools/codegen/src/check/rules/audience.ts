import { isInternal } from "../../catalog/entry.js";
import { findLost } from "../../catalog/find-lost.js";
import type { Rule } from "../rule.js";

/** No response of an internal error is taken for a public one by those who cannot know it. */
export const rule: Rule = {
  name: "audience",
  check(catalog, report, places) {
    if (!catalog.entries.some(isInternal)) return;
    for (const { inside, outside } of findLost(catalog, (entry) => !isInternal(entry))) {
      const index = catalog.entries.indexOf(outside);
      const message = `${outside.name} is internal, but its responses would be taken for ${inside.name}, which is public`;
      report(places.entryAt(index, ["audience"]), message, {
        hint: "make both internal or both public, or give one of them another code",
      });
    }
  },
};
