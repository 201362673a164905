import { discover } from "./discover.js";
import { type Loaded, load } from "./load.js";
import type { Problem } from "./problem.js";
import type { Rule } from "./rule.js";

/** Loads the catalog in a folder and checks it by every rule. The problems come in the order of files and lines. */
export async function check(folder: string): Promise<Loaded> {
  const loaded = load(folder);
  const problems = [...loaded.problems];
  if (loaded.catalog !== undefined) {
    for (const { name, check: run } of await discover<Rule>("rules", "rule")) {
      run(
        loaded.catalog,
        (location, message, { hint, severity = "error" } = {}) =>
          problems.push({
            rule: name,
            severity,
            message,
            ...(hint !== undefined && { hint }),
            location,
          }),
        loaded.places,
      );
    }
  }
  return { ...loaded, problems: problems.sort(byPlace) };
}

function byPlace({ location: a }: Problem, { location: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
