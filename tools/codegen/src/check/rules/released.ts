import { isInternal } from "../../catalog/entry.js";
import { isExcepted, today } from "../../catalog/retirement.js";
import { RELEASED } from "../../load/released-file.js";
import { getOwn } from "../../std/get-own.js";
import type { Rule } from "../rule.js";

/**
 * A released entry is never removed from the catalog, but retired; unless the day has come that its
 * release named, or the manifest accepts it.
 */
export const rule: Rule = {
  name: "released",
  coversImports: true,
  check({ entries, complete, manifest, releasedNames, releasedSunsets }, report, places) {
    if (!complete) return;
    const names = new Set(entries.flatMap((entry) => (isInternal(entry) ? [] : entry.name)));
    const hidden = new Set(entries.filter(isInternal).map(({ name }) => name));
    const day = today();
    for (const name of releasedNames.filter((name) => !names.has(name))) {
      const sunset = getOwn(releasedSunsets, name);
      if ((sunset !== undefined && sunset <= day) || isExcepted(manifest, name, day)) continue;
      if (hidden.has(name))
        report(places.file(RELEASED), `${name} was released but is internal now`, {
          hint: "for its users that is a removal: retire it with a sunset first, or add it to retirement.exceptions in catalog.yaml",
        });
      else if (sunset === undefined)
        report(places.file(RELEASED), `${name} was released but is missing from the catalog`, {
          hint: `${manifest.imports === undefined ? "" : "import it again, or "}restore the entry and retire it: retired: { since, reason, replacedBy?, sunset? }`,
        });
      else
        report(places.file(RELEASED), `${name} was removed before its sunset, ${sunset}`, {
          hint: "restore the entry until then, or add it to retirement.exceptions in catalog.yaml",
        });
    }
  },
};
