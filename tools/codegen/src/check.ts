import type { Catalog } from "./catalog.js";
import { discover } from "./discover.js";
import { type Loaded, load, type Places } from "./load.js";
import type { Problem } from "./problem.js";
import type { Rule } from "./rule.js";

/** Loads the catalog in a folder and checks it by every rule. The problems come in the order of files and lines. */
export async function check(folder: string): Promise<Loaded> {
  const loaded = load(folder);
  const { catalog, places } = loaded;
  const found = catalog === undefined ? [] : await applyRules(catalog, places);
  return { ...loaded, problems: [...loaded.problems, ...found].sort(byPlace) };
}

/** Checks a catalog by every rule. */
export async function applyRules(catalog: Catalog, places: Places): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { name, check: run } of await discover<Rule>("rules", "rule")) {
    await run(
      catalog,
      (location, message, { hint, severity = "error" } = {}) =>
        problems.push({
          rule: name,
          severity,
          message,
          ...(hint !== undefined && { hint }),
          location,
        }),
      places,
    );
  }
  return problems;
}

function byPlace({ location: a }: Problem, { location: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
