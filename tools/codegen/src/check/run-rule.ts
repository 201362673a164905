import type { Catalog } from "../catalog/catalog.js";
import {
  importExport,
  isKebabCase,
  type Member,
  type ReportFault,
} from "../custom/import-export.js";
import type { ModuleFault } from "../custom/run-modules.js";
import type { Places } from "../load/places.js";
import { createProblem, type Problem } from "../problem/problem.js";
import { errorMessage } from "../std/error-message.js";
import type { Rule } from "./rule.js";

/** What running a custom rule gives. */
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
  try {
    await rule?.check(
      structuredClone(catalog),
      (location, message, options = {}) => {
        assertReport(location, message, options);
        if (problems.length === MAX_PROBLEMS)
          throw new RangeError(`it reports more than ${MAX_PROBLEMS} problems`);
        const { file, line, column, excerpt } = location;
        problems.push(createProblem(rule.name, { file, line, column, excerpt }, message, options));
      },
      places,
    );
  } catch (error) {
    reportFault(`the rule of ${module} failed: ${errorMessage(error)}`);
  }
  return { problems, faults };
}

const MEMBERS: readonly Member[] = [
  { name: "name", expected: "in kebab-case", isValid: isKebabCase },
  { name: "check", expected: "a function", isValid: (value) => typeof value === "function" },
];

/** More than anybody reads: a million fill a log with hundreds of megabytes. */
const MAX_PROBLEMS = 1000;

/** Longer than any sentence: a gigabyte cannot be printed. */
const MAX_LENGTH = 2000;

/** A module may be JavaScript: nobody has checked what it passes. */
function assertReport(location: unknown, message: unknown, options: object): void {
  const { file, line, column } = (location ?? {}) as Partial<Record<string, unknown>>;
  if (typeof file !== "string" || typeof line !== "number" || typeof column !== "number")
    throw new TypeError("report expects a place first, which `places` returns");
  if (typeof message !== "string" || message === "")
    throw new TypeError("report expects a message as its second argument");
  const { hint, severity } = options as Partial<Record<string, unknown>>;
  if (hint !== undefined && typeof hint !== "string")
    throw new TypeError("report expects a text as hint");
  if (message.length > MAX_LENGTH || (hint?.length ?? 0) > MAX_LENGTH)
    throw new RangeError(`report expects a message and a hint of at most ${MAX_LENGTH} characters`);
  if (severity !== undefined && severity !== "error" && severity !== "warning")
    throw new TypeError('report expects "error" or "warning" as severity');
}
