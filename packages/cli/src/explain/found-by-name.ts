import { entryNamed, successorOf } from "../catalog/lookup.js";
import { toFailure } from "../catalog/to-failure.js";
import type { Found } from "./finding.js";

/** Returns the entries that say a sentence, by their names; none that another of them replaced. */
export function foundByName(names: ReadonlySet<string>): Found | undefined {
  const failures = [...names]
    .flatMap((name) => entryNamed(name) ?? [])
    .filter((entry) => !names.has(successorOf(entry)?.name ?? ""))
    .map((entry) => toFailure(entry));
  return failures.length === 0 ? undefined : { way: "sentence", failures };
}
