import type { Problem } from "./problem.js";

/** The problems that are printed, and how many of each rule are not. */
export interface FirstProblems {
  readonly shown: readonly Problem[];
  /** Texts such as `10 more of drafts`. */
  readonly rest: readonly string[];
  /** Whether the rest has errors, too. */
  readonly hasMoreErrors: boolean;
}

/** More errors of one rule than anybody reads: they have one cause, and a million fill a log. */
const MAX_ERRORS = 1000;

/** Leaves out errors and warnings of rules that report many, and counts them by rule. */
export function firstOfEachRule(
  problems: readonly Problem[],
  mostWarnings: number = Number.POSITIVE_INFINITY,
): FirstProblems {
  const counts = { error: new Map<string, number>(), warning: new Map<string, number>() };
  const most = { error: MAX_ERRORS, warning: mostWarnings };
  const shown = problems.filter(({ rule, severity }) => {
    const count = (counts[severity].get(rule) ?? 0) + 1;
    counts[severity].set(rule, count);
    return count <= most[severity];
  });
  const countRest = (severity: Problem["severity"], what: string) =>
    [...counts[severity]]
      .filter(([, count]) => count > most[severity])
      .map(([rule, count]) => `${count - most[severity]} more${what} of ${rule}`);
  const errors = countRest("error", " errors");
  return {
    shown,
    rest: [...errors, ...countRest("warning", "")],
    hasMoreErrors: errors.length > 0,
  };
}
