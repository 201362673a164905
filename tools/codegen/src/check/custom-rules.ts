import type { Catalog } from "../catalog/catalog.js";
import { type ModuleJob, runModules } from "../custom/run-modules.js";
import type { Places } from "../load/places.js";
import type { Session } from "../load/session.js";
import { createProblem, type Problem } from "../problem/problem.js";
import type { RuleResult } from "./run-rule.js";

/** The custom rules that a thread runs. */
export interface RuleJob extends ModuleJob {
  readonly directory: string;
  readonly edited: Session["edited"];
}

/** Runs the rules that the manifest lists, in a thread of their own. */
export async function runCustomRules(
  { directory, manifest }: Catalog,
  places: Pick<Places, "manifest">,
  edited: Session["edited"] = new Map(),
): Promise<readonly Problem[]> {
  const results = await runModules<RuleResult>({
    worker: new URL("./rule-worker.js", import.meta.url),
    data: { directory, edited } satisfies Omit<RuleJob, keyof ModuleJob>,
    modules: manifest.rules ?? [],
    exportName: "rule",
    toFailure: (fault) => ({ problems: [], faults: [fault] }),
  });
  return results.flatMap(({ problems, faults }, index) => [
    ...problems,
    ...faults.map(({ message, hint }) =>
      createProblem("rules", places.manifest(["rules", index]), message, { hint }),
    ),
  ]);
}
