import type { Catalog } from "../catalog/catalog.js";
import { ownPart } from "../catalog/own-part.js";
import { type Loaded, load } from "../load/load.js";
import type { Places } from "../load/places.js";
import type { Session } from "../load/session.js";
import { createProblem, type Problem } from "../problem/problem.js";
import { discover } from "../std/discover.js";
import { runCustomRules } from "./custom-rules.js";
import type { Rule } from "./rule.js";

const RULES = new URL("./rules/", import.meta.url);

/** Options for checking a catalog. */
export interface LintOptions {
  /** The state that the last check left: files that have not changed are not read again. */
  readonly session?: Session | undefined;
  /** Whether the rules that the manifest names are run; they are by default. */
  readonly custom?: boolean;
}

/**
 * Loads the catalog in a folder and runs every rule on it. Problems are sorted by file and line.
 */
export async function lint(
  folder: string,
  { session, custom = true }: LintOptions = {},
): Promise<Loaded> {
  const loaded = load(folder, { session });
  const { catalog, places } = loaded;
  const found =
    catalog === undefined
      ? []
      : [
          ...(await applyRules(catalog, places)),
          ...(custom ? await runCustomRules(catalog, places, session?.edited) : []),
        ];
  return { ...loaded, problems: [...loaded.problems, ...found].sort(byPlace) };
}

/** Runs every rule of codegen on a catalog. */
export async function applyRules(catalog: Catalog, places: Places): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { name, coversImports, check: run } of await discover<Rule>(RULES, "rule")) {
    await run(
      coversImports ? catalog : ownPart(catalog),
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
