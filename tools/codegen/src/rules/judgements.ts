import { isErrorEntry } from "../catalog.js";
import type { Rule } from "../rule.js";
import { didYouMean } from "../suggest.js";

/** Outcome and retry fit each other, a cautious retry says why, and a retirement leads to an entry that exists. */
export const rule: Rule = {
  name: "judgements",
  check({ entries, complete }, report, places) {
    const names = new Set(entries.map(({ name }) => name));
    for (const [index, entry] of entries.entries()) {
      const { retired } = entry;
      if (
        complete &&
        retired?.replacedBy !== undefined &&
        (!names.has(retired.replacedBy) || retired.replacedBy === entry.name)
      ) {
        const others = [...names].filter((name) => name !== entry.name);
        const hint = didYouMean(retired.replacedBy, others);
        report(
          places.entryAt(index, ["retired", "replacedBy"]),
          `${retired.replacedBy} is no other entry of the catalog`,
          { ...(hint !== undefined && { hint }) },
        );
      }
      if (!isErrorEntry(entry)) continue;
      const { outcome, retry, notes } = entry;
      const place = places.entryAt(index, ["retry"]);
      if (outcome === "unknown" && retry !== "after-reconcile") {
        report(
          place,
          `an unknown outcome calls for after-reconcile, not ${retry}: a repeat may do the work twice`,
        );
      }
      if (outcome === "applied" && !["never", "after-reconcile"].includes(retry)) {
        report(
          place,
          `an applied outcome calls for never or after-reconcile, not ${retry}: the work is done`,
        );
      }
      if (outcome === "rejected" && retry === "after-reconcile" && notes === undefined) {
        report(place, "rejected with after-reconcile leaves a doubt: notes must say which");
      }
    }
  },
};
