import { durationMs } from "../catalog/duration.js";
import type { ErrorEntry } from "../catalog/entry.js";
import type { ChangeKind } from "./bump-rules.js";

/** What an error, or an HTTP status that no entry explains, says of the request. */
export type Judgment = Partial<Pick<ErrorEntry, "outcome" | "retry" | "delay">>;

/** Returns the kind of change that another value of each part of a judgment would be. */
export function compareJudgments(
  before: Judgment,
  after: Judgment,
): readonly (readonly [part: keyof Judgment, kind: ChangeKind])[] {
  return [
    ["outcome", kindOf(after.outcome === "unknown")],
    ["retry", kindOf(isMoreCautious(before.retry, after.retry))],
    ["delay", compareDelays(before, after)],
  ];
}

/**
 * The values of `retry`, from those that let a program act at once to the one that makes it stop
 * and look.
 */
const CAUTION: readonly unknown[] = ["after-delay", "after-fix", "never", "after-reconcile"];

function isMoreCautious(before: unknown, after: unknown): boolean {
  return CAUTION.includes(before) && CAUTION.indexOf(after) > CAUTION.indexOf(before);
}

/**
 * A longer delay is the more cautious one. Another retry than `after-delay` has none, and its own
 * change says all.
 */
export function compareDelays(before: Judgment, after: Judgment): ChangeKind {
  const [one, other] = [durationMs(before.delay), durationMs(after.delay)];
  return one === other || after.retry !== "after-delay" ? "text-changed" : kindOf(other > one);
}

function kindOf(isTightened: boolean): ChangeKind {
  return isTightened ? "judgment-tightened" : "judgment-relaxed";
}
