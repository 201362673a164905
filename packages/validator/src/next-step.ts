import { delayOf } from "./delay-of.js";
import type { Failure, Outcome, ParsedResponse } from "./generated/types.js";
import { unpolluted } from "./unpolluted.js";

/** The next step after a failure. See `nextStep`. */
export interface NextStep {
  /**
   * - `done`: The request was carried out.
   * - `wait`: Nothing happened. Send the same request again after `afterMs`.
   * - `reconcile`: It may have been carried out, or an earlier one was. Look it up after `afterMs`;
   *   do not send it again.
   * - `fix`: Nothing happened. The request or the account must change first.
   * - `give-up`: Neither waiting nor a change helps, or too many attempts were made. Tell a person.
   */
  readonly action: "done" | "wait" | "reconcile" | "fix" | "give-up";
  /**
   * The time to wait before that, in milliseconds, at most what `setTimeout` takes; `null` where
   * nothing is to be waited for.
   */
  readonly afterMs: number | null;
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
   * the step is `give-up`.
   */
  readonly attempt?: number | undefined;
}

/** The headers of `fetch`, of axios or of Node. */
export type ResponseHeaders = { get(name: string): unknown } | Readonly<Record<string, unknown>>;

/** The actions that a failure may need, from the most careful to the least careful. */
const CARE: readonly NextStep["action"][] = ["reconcile", "give-up", "fix", "wait"];

/** The attempt that is not followed by another. */
const LAST_ATTEMPT = 8;

/** A longer time makes `setTimeout` fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Returns what to do after a response or a failure. A write that may have been carried out is never
 * told to wait or to be repeated, and a read is never told to reconcile. Count the attempts, and
 * every loop that follows the steps ends.
 *
 * Of a batch it is the most careful step that any of its items needs: ask for each item on its own
 * to do better.
 *
 * @example
 * const step = nextStep(parseResponse(body, { httpStatus }), { method: "POST", headers, attempt });
 * if (step.action === "wait") await setTimeout(step.afterMs ?? 0);
 */
export function nextStep(
  failureOrResult: Failure | ParsedResponse,
  requestContext: RequestContext = {},
): NextStep {
  const context = unpolluted(requestContext);
  const isRead = /^(get|head)$/i.test(context.method ?? "");
  const failures = failuresOf(unpolluted(failureOrResult));
  const actions = failures.map((failure) => actionAfter(failure, isRead));
  const delay = failures.reduce(
    (most, failure) => Math.max(most, failure ? delayOf(failure) : 0),
    0,
  );
  for (const action of CARE) {
    const cause = failures.find((_, index) => actions[index] === action);
    if (cause === undefined) continue;
    const { name, outcome, retry } = cause;
    // Sending it again would repeat the part that was carried out.
    const isPart = actions.includes("done") && !isRead;
    const reason = isPart ? "a part of it was carried out" : `${name}: ${outcome}, ${retry}`;
    return toStep(isPart ? "reconcile" : action, outcome, reason, delay, context);
  }
  return toStep("done", "applied", "it was carried out", 0, context);
}

/** Returns the failure of each item of a batch, or the only one; undefined for a success. */
function failuresOf(failureOrResult: Failure | ParsedResponse): readonly (Failure | undefined)[] {
  if (!("kind" in failureOrResult)) return [failureOrResult];
  const results = failureOrResult.kind === "batch" ? failureOrResult.items : [failureOrResult];
  return results.map((result) => (result.kind === "success" ? undefined : result.error));
}

function actionAfter(failure: Failure | undefined, isRead: boolean): NextStep["action"] {
  if (failure === undefined || failure.outcome === "applied") return "done";
  const { outcome, retry } = failure;
  if (!isRead && (outcome === "unknown" || retry === "after-reconcile")) return "reconcile";
  if (retry === "after-fix") return "fix";
  return retry === "never" ? "give-up" : "wait";
}

function toStep(
  action: NextStep["action"],
  outcome: Outcome,
  reason: string,
  delay: number,
  { attempt = 1, headers }: RequestContext,
): NextStep {
  const isTimed = action === "wait" || action === "reconcile";
  // Not `attempt >= LAST_ATTEMPT`: what is not a number ends the loop too.
  const isLast = isTimed && !(attempt < LAST_ATTEMPT);
  // The jitter keeps clients that failed together from coming back together.
  const backoff = 125 * (1 + Math.random()) * 2 ** Math.max(1, attempt);
  const afterMs = Math.min(LONGEST_MS, Math.max(backoff, delay, retryAfterMs(headers)));
  return {
    action: isLast ? "give-up" : action,
    afterMs: isTimed && !isLast ? afterMs : null,
    // What it was refused for may be that an earlier one was carried out.
    outcome: action === "reconcile" ? "unknown" : outcome,
    reason: isLast ? `${reason}, after ${attempt} attempts` : reason,
  };
}

/**
 * The milliseconds of a `Retry-After` in seconds or as a date; 0 where there is none that can be
 * read. Of several, which proxies join with commas and clients list, the longest counts.
 */
function retryAfterMs(headers: ResponseHeaders = {}): number {
  const name = "retry-after";
  try {
    const found =
      typeof headers.get === "function"
        ? headers.get(name)
        : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    const several = Array.isArray(found) ? found.slice(0, 8) : [found];
    // Only texts and numbers: to print another value may take very long.
    const value = several.filter((each) => Object(each) !== each).join();
    // Not at the comma in a date.
    return Math.max(...value.split(/,(?! ?\d\d[ -][a-z])/i, 8).map(toMs)) || 0;
  } catch {
    return 0;
  }
}

/** One value of a `Retry-After`; not a number where it cannot be read. */
function toMs(value: string): number {
  // Only dates: `Date.parse` takes much else for one, such as "a 9999" for the year 9999.
  if (value.includes(",")) return Date.parse(value) - Date.now();
  return /[^\d\s]/.test(value) ? Number.NaN : Number(value) * 1000;
}
