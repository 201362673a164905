import type { UnknownResult } from "./batch.js";
import { delayOf } from "./delay-of.js";
import type { BatchItem, Failure, Outcome, ParsedResponse } from "./generated/types.js";
import { type ResponseHeaders, retryAfterMs } from "./retry-after.js";
import { unpolluted } from "./unpolluted.js";

export type { ResponseHeaders } from "./retry-after.js";

/** The next step after a failure: narrow it by `action`. See `nextStep`. */
export type NextStep =
  | TimedStep<"wait">
  | TimedStep<"reconcile">
  | UntimedStep<"done">
  | UntimedStep<"fix">
  | UntimedStep<"give-up">;

/** A step that has to wait. */
export interface TimedStep<Action extends "wait" | "reconcile"> extends StepFacts {
  /**
   * - `wait`: Nothing happened, or it is a read. Send the same request again after `afterMs`.
   * - `reconcile`: It may have been carried out, or an earlier one was. Look it up after `afterMs`;
   *   do not send it again.
   */
  readonly action: Action;
  /** The time to wait before that, in milliseconds, at most what `setTimeout` takes. */
  readonly afterMs: number;
}

/** A step with nothing to wait for. */
export interface UntimedStep<Action extends "done" | "fix" | "give-up"> extends StepFacts {
  /**
   * - `done`: The request was carried out.
   * - `fix`: Nothing happened. The request or the account must change first.
   * - `give-up`: Neither waiting nor a change helps, or too many attempts were made. Tell a person.
   */
  readonly action: Action;
  /** No time: `null` after `done`, `fix` and `give-up`. */
  readonly afterMs: null;
}

/** The members that every step has. */
export interface StepFacts {
  /**
   * The outcome of the request, and of earlier ones that it repeats: `unknown` with `reconcile`,
   * and where the attempts ended before it was looked up.
   */
  readonly outcome: Outcome;
  /** Why, for a log: the failure, its outcome and retry, and how many attempts were made. */
  readonly reason: string;
}

/** The facts about the request, and about its response beside the body. */
export interface RequestContext {
  /**
   * The HTTP method. Only `GET` and `HEAD` are reads; a request whose method is not given counts as
   * a write.
   */
  readonly method?: string | undefined;
  /** The headers of the response: a `Retry-After` there counts. */
  readonly headers?: ResponseHeaders | undefined;
  /**
   * The number of times the request has been sent, or looked up, counted from 1. From the eighth on
   * the step is `give-up` in place of `wait` and `reconcile`.
   */
  readonly attempt?: number | undefined;
}

/**
 * The members of a failure that decide. Lists of whole failures, which have a type for each error,
 * are too complex for TypeScript where an API has thousands of errors.
 */
type Judgment = Pick<Failure, "name" | "outcome" | "retry">;

/** A result, an item of a batch, or a failure by itself. */
interface Answer {
  readonly kind?: unknown;
  readonly items?: readonly Answer[];
  readonly error?: Judgment;
  /** Where the API lists errors: all of them. */
  readonly errors?: readonly Judgment[];
}

/**
 * Returns what to do after a response or a failure. A write that may have been carried out is never
 * told to wait or to be repeated, and a read is never told to reconcile. Count the attempts, and
 * every loop that follows the steps ends.
 *
 * Of a batch it is the most careful step that any of its items needs: ask for each item on its own
 * to do better. Of a list of errors, it is the one that any of them needs.
 *
 * @example
 * const step = nextStep(parseResponse(body, { httpStatus }), { method: "POST", headers, attempt });
 * if (step.action === "wait")
 *   await new Promise((resolve) => setTimeout(resolve, step.afterMs));
 */
export function nextStep(
  failureOrResult: Failure | ParsedResponse | BatchItem | UnknownResult,
  requestContext: RequestContext = {},
): NextStep {
  const { method, headers = {}, attempt = 1 } = unpolluted(requestContext);
  // Patterns read a method that is not given as "undefined".
  const isRead = /^(get|head)$/i.test(method as string);
  const result = unpolluted(failureOrResult) as Answer;
  const answers = result.kind === "batch" ? (result.items as readonly Answer[]) : [result];
  const parts = answers
    .map(unpolluted)
    .flatMap(
      ({ kind, error = result as Judgment, errors = [] }): Judgment | readonly Judgment[] => {
        if (kind === "success") return { outcome: "applied" } as Judgment;
        // An exception may have any `errors`.
        return kind === "error" ? [error, ...errors] : error;
      },
    );
  const failures = parts.filter(({ outcome }) => outcome !== "applied");
  // Sending it again would repeat the part that was carried out.
  const isPart = !isRead && failures.length < parts.length;
  const actions = failures.map((failure) => (isPart ? "reconcile" : actionAfter(failure, isRead)));
  // From the most careful to the least careful.
  const byCare = ["reconcile", "give-up", "fix", "wait"] as const;
  const action = byCare.find((each) => actions.includes(each));
  if (action === undefined)
    return { action: "done", afterMs: null, outcome: "applied", reason: "it was carried out" };
  const { name, outcome, retry } = failures[actions.indexOf(action)] as Judgment;
  const step = {
    action,
    afterMs: null,
    // It may have been refused because an earlier one was carried out.
    outcome: action === "reconcile" ? "unknown" : outcome,
    reason: isPart ? "a part of it was carried out" : `${name}: ${outcome}, ${retry}`,
  };
  if (action === "fix" || action === "give-up") return step as NextStep;
  const lastAttempt = 8;
  // Not `attempt >= lastAttempt`: what is not a number ends the loop too.
  if (!(attempt < lastAttempt))
    return { ...step, action: "give-up", reason: `${step.reason}, after ${attempt} attempts` };
  // The jitter keeps clients that failed together from coming back together.
  let afterMs = Math.max(
    retryAfterMs(headers),
    125 * (1 + Math.random()) * 2 ** Math.max(1, attempt),
  );
  for (const failure of failures) afterMs = Math.max(afterMs, delayOf(failure));
  // A longer time makes `setTimeout` fire at once.
  return { ...step, afterMs: Math.min(afterMs, 2 ** 31 - 1) } as NextStep;
}

function actionAfter({ outcome, retry }: Judgment, isRead: boolean): NextStep["action"] {
  // Not `outcome === "unknown"`: what is not a failure, such as an exception, has no outcome.
  if (!isRead && (outcome !== "rejected" || retry === "after-reconcile")) return "reconcile";
  if (retry === "after-fix") return "fix";
  if (retry === "never") return "give-up";
  return "wait";
}
