import { UNRECOGNIZED } from "../../catalog/catalog.js";
import type { Rule } from "../rule.js";

/** Names are unique, not reserved, and end in a word of the manifest's vocabulary. */
export const rule: Rule = {
  name: "names",
  check({ entries, manifest }, report, places) {
    const seen = new Set<string>();
    for (const [index, { name, kind }] of entries.entries()) {
      const place = () => places.entryAt(index, ["name"]);
      if (seen.has(name)) report(place(), `the name ${name} is taken: names are unique`);
      seen.add(name);
      if (name === UNRECOGNIZED) {
        report(place(), `the name ${name} is reserved for errors that the catalog does not list`);
      }
      const endings = manifest.nameEndings;
      if (kind === "success" || endings === undefined || endsInOne(name, endings)) continue;
      report(place(), `the name ${name} ends in no word of the vocabulary`, {
        hint: `end it in one of ${endings.join(", ")}, or add its ending to nameEndings in catalog.yaml`,
      });
    }
  },
};

function endsInOne(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name === ending || name.endsWith(`_${ending}`));
}
