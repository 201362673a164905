import type { Catalog } from "../../catalog/catalog.js";
import { isErrorEntry } from "../../catalog/entry.js";
import type { Places } from "../../load/places.js";
import type { Report, Rule } from "../rule.js";
import { findSelectionFaults, findUndeclared } from "../selection-faults.js";

/** The tags of entries are declared, and the rules that give tags are about entries. */
export const rule: Rule = {
  name: "tags",
  coversImports: true,
  check(catalog, report, places) {
    checkEntries(catalog, report, places);
    for (const [name, tag] of Object.entries(catalog.manifest.tags ?? {})) {
      for (const { path, message, hint } of findSelectionFaults(catalog, tag))
        report(places.manifest(["tags", name, ...path]), message, { hint });
      const isGiven = catalog.entries.some(
        (entry) => isErrorEntry(entry) && entry.tags?.includes(name) === true,
      );
      if (isGiven || !catalog.complete) continue;
      report(places.manifest(["tags", name]), `no entry has the tag ${JSON.stringify(name)}`, {
        severity: "warning",
        hint: "give it to entries, by `tags` of each or by names, codes or categories here",
      });
    }
  },
};

function checkEntries({ entries, manifest }: Catalog, report: Report, places: Places): void {
  const declared = Object.keys(manifest.tags ?? {});
  for (const [index, entry] of entries.entries()) {
    if (!isErrorEntry(entry)) continue;
    for (const [position, tag] of (entry.tags ?? []).entries()) {
      const fault = findUndeclared("tag", tag, declared);
      if (fault === undefined) continue;
      const { message, hint } = fault;
      report(places.entryAt(index, ["tags", position]), message, { hint });
    }
  }
}
