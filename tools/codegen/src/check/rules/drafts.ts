import type { Rule } from "../rule.js";

/** A person decides every proposed field before a release. */
export const rule: Rule = {
  name: "drafts",
  check({ entries }, report, places) {
    for (const [index, { name, draft = [], sources }] of entries.entries()) {
      if (draft.length === 0) continue;
      const [source] = sources;
      report(places.entryAt(index, ["draft"]), `${name} is a draft: decide ${draft.join(", ")}`, {
        severity: "warning",
        hint: `read evidence/${source?.document}:${source?.line}, and remove each decided field from "draft"; codegen decide takes many drafts at once`,
      });
    }
  },
};
