import type { Catalog } from "../catalog/catalog.js";
import { ownPart } from "../catalog/own-part.js";
import { importExport, type Member, NAME, type ReportFault } from "../custom/import-export.js";
import type { ModuleFault } from "../custom/run-modules.js";
import type { Places } from "../load/places.js";
import type { Problem } from "../problem/problem.js";
import { errorMessage } from "../std/error-message.js";
import { readReport } from "./read-report.js";
import type { Rule } from "./rule.js";

/** The result of a custom rule. */
export interface RuleResult {
  readonly problems: readonly Problem[];
  readonly faults: readonly ModuleFault[];
}

/** Imports the rule of a module, and runs it on a copy of the catalog: others see no change. */
export async function runRule(
  catalog: Catalog,
  places: Places,
  module: string,
): Promise<RuleResult> {
  const problems: Problem[] = [];
  const faults: ModuleFault[] = [];
  const reportFault: ReportFault = (message, hint) => void faults.push({ message, hint });
  const { directory } = catalog;
  const rule = await importExport<Rule>(directory, module, "rule", MEMBERS, reportFault);
  if (rule === undefined) return { problems, faults };
  try {
    const { name } = rule;
    await rule.check(
      structuredClone(rule.coversImports ? catalog : ownPart(catalog)),
      (location, message, options) => {
        const problem = readReport(name, location, message, options);
        if (problems.length === MAX_PROBLEMS)
          throw new RangeError(`it reports more than ${MAX_PROBLEMS} problems`);
        problems.push(problem);
      },
      places,
    );
  } catch (error) {
    reportFault(`the rule of ${module} failed: ${errorMessage(error)}`);
  }
  return { problems, faults };
}

/** More than anybody reads: a million fill a log with hundreds of megabytes. */
const MAX_PROBLEMS = 1000;

const MEMBERS: readonly Member[] = [
  NAME,
  { name: "check", expected: "a function", isValid: (value) => typeof value === "function" },
  {
    name: "coversImports",
    expected: "true or false",
    isValid: (value) => value === undefined || typeof value === "boolean",
  },
];
