import type { Catalog } from "../catalog/catalog.js";
import type { Places } from "../load/places.js";
import type { Location, ProblemOptions } from "../problem/problem.js";

/**
 * A check that no schema can express. Each file in `rules/` exports one as `rule`, and so does each
 * module that the manifest lists under `rules`.
 */
export interface Rule {
  /** The name in kebab-case; shown with each problem. */
  readonly name: string;
  /**
   * Whether it gets the imported entries too, which nobody can change here; by default it gets the
   * catalog's own.
   */
  readonly coversImports?: boolean;
  /** Calls `report` for each problem of the catalog. */
  check(catalog: Catalog, report: Report, places: Places): void | Promise<void>;
}

/** Reports a problem: an error, unless the severity says otherwise. */
export type Report = (location: Location, message: string, options?: ProblemOptions) => void;

/** Reports a problem at a place that is known. */
export type ReportHere = (message: string, options?: ProblemOptions) => void;
