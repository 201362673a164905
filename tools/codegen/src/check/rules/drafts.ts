import type { Rule } from "../rule.js";

/** What was proposed is decided by a person before a release. */
export const rule: Rule = {
  name: "drafts",
  check({ entries }, report, places) {
    for (const [index, { name, draft = [], sources }] of entries.entries()) {
      if (draft.length === 0) continue;
      const [source] = sources;
      report(places.entryAt(index, ["draft"]), `${name} is a draft: decide ${draft.join(", ")}`, {
        severity: "warning",
        hint: `read evidence/${source?.document}:${source?.line}, and take each off "draft" once it is right`,
      });
    }
  },
};
