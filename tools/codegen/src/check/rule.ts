import type { Catalog } from "../catalog/catalog.js";
import type { Places } from "../load/places.js";
import type { Problem } from "../problem/problem.js";

/** A rule that no schema can say. Each file in `rules/` exports one as `rule`, and is found there. */
export interface Rule {
  /** In kebab-case; shown with each problem. */
  readonly name: string;
  /** Calls `report` for each fault. Faults are errors unless they say otherwise. */
  check(catalog: Catalog, report: Report, places: Places): void | Promise<void>;
}

/** Adds a problem to the list. */
export type Report = (
  location: Problem["location"],
  message: string,
  options?: { readonly hint?: string; readonly severity?: Problem["severity"] },
) => void;
