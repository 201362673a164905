import type { Catalog } from "../catalog/catalog.js";
import { entriesByName, isInternal } from "../catalog/entry.js";
import { addDays, isExcepted, today } from "../catalog/retirement.js";
import type { Places } from "../load/places.js";
import { createProblem, type Problem } from "../problem/problem.js";
import type { Snapshot } from "./snapshot.js";

/**
 * Finds the sunsets that the next release would name, or move forward, with less notice than the
 * manifest's `minimumDays`.
 */
export function findEarlySunsets(
  before: Snapshot,
  { entries, manifest }: Catalog,
  places: Places,
): readonly Problem[] {
  const minimum = manifest.retirement?.minimumDays ?? 0;
  if (minimum === 0) return [];
  const released = entriesByName(before.entries.filter((entry) => !isInternal(entry)));
  const day = today();
  const earliest = addDays(day, minimum);
  return [...entries.entries()].flatMap(([index, { name, retired }]) => {
    const sunset = retired?.sunset;
    const promised = released.get(name)?.retired?.sunset;
    // Nobody uses an error that was never released.
    if (sunset === undefined || !released.has(name) || sunset >= earliest) return [];
    if ((promised !== undefined && sunset >= promised) || isExcepted(manifest, name, day))
      return [];
    const message = `the sunset ${sunset} of ${name} is less than ${minimum} days away`;
    const hint = `name ${earliest} or later, or add ${name} to retirement.exceptions in catalog.yaml`;
    const place = places.entryAt(index, ["retired", "sunset"]);
    return [createProblem("retirement", place, message, { hint })];
  });
}
