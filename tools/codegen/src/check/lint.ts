import type { Catalog } from "../catalog/catalog.js";
import { type Loaded, load } from "../load/load.js";
import type { Places } from "../load/places.js";
import type { Session } from "../load/session.js";
import { createProblem, type Problem } from "../problem/problem.js";
import { discover } from "../std/discover.js";
import type { Rule } from "./rule.js";

const RULES = new URL("./rules/", import.meta.url);

/**
 * Loads the catalog in a folder and runs every rule on it. Problems are sorted by file and line.
 * With a session, files that have not changed since the last time are not read again.
 */
export async function lint(folder: string, session?: Session): Promise<Loaded> {
  const loaded = load(folder, session);
  const { catalog, places } = loaded;
  const found = catalog === undefined ? [] : await applyRules(catalog, places);
  return { ...loaded, problems: [...loaded.problems, ...found].sort(byPlace) };
}

/** Runs every rule on a catalog. */
export async function applyRules(catalog: Catalog, places: Places): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { name, check: run } of await discover<Rule>(RULES, "rule")) {
    await run(
      catalog,
      (location, message, options) =>
        problems.push(createProblem(name, location, message, options)),
      places,
    );
  }
  return problems;
}

function byPlace({ location: a }: Problem, { location: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
