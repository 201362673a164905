import { isDay, today } from "../../catalog/retirement.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import type { Rule } from "../rule.js";

/**
 * The days of sunsets and exceptions exist, and an exception is about an entry and still counts.
 */
export const rule: Rule = {
  name: "retirement",
  coversImports: true,
  check({ entries, complete, manifest, releasedNames }, report, places) {
    for (const [index, { retired }] of entries.entries()) {
      const sunset = retired?.sunset;
      if (sunset === undefined || isDay(sunset)) continue;
      report(places.entryAt(index, ["retired", "sunset"]), noDay(sunset));
    }
    const names = [...new Set([...entries.map(({ name }) => name), ...releasedNames])];
    const known = new Set(names);
    const exceptions = manifest.retirement?.exceptions ?? [];
    for (const [index, { name, until }] of exceptions.entries()) {
      const place = (field: string) => places.manifest(["retirement", "exceptions", index, field]);
      if (!isDay(until)) report(place("until"), noDay(until));
      else if (until < today())
        report(place("until"), `the exception for ${name} ended on ${until}`, {
          severity: "warning",
          hint: "remove it, or accept the removal for longer",
        });
      if (complete && !known.has(name))
        report(place("name"), `${name} is not an entry of the catalog, and was not released`, {
          severity: "warning",
          hint: didYouMean(name, names) ?? "remove the exception",
        });
    }
  },
};

function noDay(text: string): string {
  return `${text} is not a day: expected one such as 2027-06-30`;
}
