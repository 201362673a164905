import type { Category, Fault, Outcome, Retry } from "./generated/types.js";
import type { TextParams } from "./match-text.js";

/** A known error whichever it is: the compiler gives up on the union of very many. */
export interface KnownMembers {
  readonly name: string;
  readonly code: string;
  readonly httpStatus: number | null;
  readonly category: Category;
  readonly fault: Fault;
  readonly outcome: Outcome;
  readonly retry: Retry;
  readonly params: TextParams | null;
  readonly msg: string | null;
  readonly drift: boolean;
}

/** The members of a known error that do not depend on its text. */
export type KnownJudgment = Omit<KnownMembers, "params" | "msg" | "drift">;

/**
 * Returns an error with a text. All errors have their members in one order: engines read objects of
 * one shape fastest.
 */
export function withText(
  { name, code, httpStatus, category, fault, outcome, retry }: KnownJudgment,
  params: TextParams | null,
  msg: string | null,
  drift: boolean,
): KnownMembers {
  return { name, code, httpStatus, category, fault, outcome, retry, params, msg, drift };
}
