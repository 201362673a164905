import { count } from "../std/count.js";
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
    const found = (counts[severity].get(rule) ?? 0) + 1;
    counts[severity].set(rule, found);
    return found <= most[severity];
  });
  const countRest = (severity: Problem["severity"], one: string, many?: string) =>
    [...counts[severity]]
      .filter(([, found]) => found > most[severity])
      .map(([rule, found]) => `${count(found - most[severity], one, many)} of ${rule}`);
  const errors = countRest("error", "more error");
  return {
    shown,
    rest: [...errors, ...countRest("warning", "more", "more")],
    hasMoreErrors: errors.length > 0,
  };
}
