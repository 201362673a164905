import type { Catalog } from "../../catalog/catalog.js";
import { coveragePercent, localeState } from "../../catalog/locale-state.js";
import type { Problem } from "../../problem/problem.js";
import { count } from "../../std/count.js";

/** Prints how many entries, locales and generated files a catalog has. */
export function printCounts(catalog: Catalog, files: number): string {
  const { entries, locales } = catalog;
  const documented = entries.filter((entry) => entry.documented).length;
  const coverage = locales
    .map((locale) => `${locale.tag} ${coveragePercent(localeState(catalog, locale))}%`)
    .join(", ");
  return `${count(entries.length, "entry", "entries")} (${documented} documented), ${count(locales.length, "locale")} (${coverage}), ${count(files, "file")}`;
}

/** Prints how many errors and warnings there are. */
export function printTotals(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return `${count(errors, "error")}, ${count(problems.length - errors, "warning")}`;
}
