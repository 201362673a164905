import { delayOf } from "./delay-of.js";
import type { BatchResult, Failure, Outcome, ParsedResponse } from "./generated/types.js";

/** What to do now. See `nextStep`. */
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
   * How long to wait before that, in milliseconds, at most what `setTimeout` takes; `null` where
   * nothing is to be waited for.
   */
  readonly afterMs: number | null;
  /** What became of the request. */
  readonly outcome: Outcome;
  /** Why, in English, for a log. */
  readonly reason: string;
}

/** What is known of the request, and of its response beside the body. */
export interface RequestContext {
  /**
   * The HTTP method. Only `GET` and `HEAD` are reads; a request whose method is not given counts as
   * a write.
   */
  readonly method?: string | undefined;
  /** The headers of the response: a `Retry-After` there counts. */
  readonly headers?: ResponseHeaders | undefined;
  /**
   * How many times the request has been sent, or looked up, counted from 1. From the eighth on the
   * step is `give-up`.
   */
  readonly attempt?: number | undefined;
}

/** The headers of `fetch`, of axios or of Node. */
export type ResponseHeaders =
  | { get(name: string): unknown }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

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
  context: RequestContext = {},
): NextStep {
  if (!("kind" in failureOrResult)) return stepAfter(failureOrResult, context);
  if (failureOrResult.kind === "success") return DONE;
  if (failureOrResult.kind === "batch") return stepOfBatch(failureOrResult, context);
  return stepAfter(failureOrResult.error, context);
}

const DONE: NextStep = /* @__PURE__ */ Object.freeze({
  action: "done",
  afterMs: null,
  outcome: "applied",
  reason: "it was carried out",
});

/** From the least careful to the most careful. */
const CARE: readonly NextStep["action"][] = ["done", "wait", "fix", "give-up", "reconcile"];

function stepOfBatch({ items }: BatchResult, context: RequestContext): NextStep {
  let careful = DONE;
  let care = 0;
  for (const item of items) {
    if (item.kind === "success") continue;
    // By its first attempt: the last one says `give-up` of whatever would have to be waited for.
    const itsCare = CARE.indexOf(stepAfter(item.error, { ...context, attempt: 1 }).action);
    if (itsCare > care) [careful, care] = [stepAfter(item.error, context), itsCare];
  }
  const isPartial = careful !== DONE && items.some(({ kind }) => kind === "success");
  // Sending it again would repeat the part that was carried out.
  return isPartial && !isRead(context)
    ? toStep("reconcile", "a part of it was carried out", "unknown", 0, context)
    : careful;
}

function stepAfter(failure: Failure, context: RequestContext): NextStep {
  const { outcome, retry } = failure;
  const step = (action: NextStep["action"], reason: string) =>
    toStep(action, reason, outcome, delayOf(failure), context);
  if (outcome === "applied") return DONE;
  if (!isRead(context)) {
    if (outcome !== "rejected") return step("reconcile", "it may have been carried out");
    if (retry === "after-reconcile") return step("reconcile", "an earlier one may stand");
  }
  if (retry === "after-fix") return step("fix", "rejected until it changes");
  if (retry === "never") return step("give-up", "rejected for good");
  return step("wait", "it was not carried out");
}

function isRead({ method = "" }: RequestContext): boolean {
  return /^(get|head)$/i.test(method);
}

function toStep(
  action: NextStep["action"],
  reason: string,
  outcome: Outcome,
  delay: number,
  { attempt = 1, headers }: RequestContext,
): NextStep {
  const isTimed = action === "wait" || action === "reconcile";
  // Not `attempt >= LAST_ATTEMPT`: what is not a number ends the loop too.
  if (isTimed && !(attempt < LAST_ATTEMPT)) {
    const last = `${reason}, after ${attempt} attempts`;
    return { action: "give-up", afterMs: null, outcome, reason: last };
  }
  // The jitter keeps clients that failed together from coming back together.
  const backoff = 500 * 2 ** Math.max(0, attempt - 1) * (0.5 + Math.random() / 2);
  const afterMs = Math.min(LONGEST_MS, Math.max(backoff, delay, retryAfterMs(headers)));
  return { action, afterMs: isTimed ? afterMs : null, outcome, reason };
}

/**
 * The milliseconds of a `Retry-After` in seconds or as a date; 0 where there is none that can be
 * read. Of several, which proxies join with commas, the longest counts.
 */
function retryAfterMs(headers: ResponseHeaders | undefined): number {
  const value = headerOf(headers, "retry-after");
  if (/^\d+( *, *\d+)*$/.test(value)) return Math.max(...value.split(",", 8).map(Number)) * 1000;
  // `Date.parse` takes much else for a date: "a 9999" for the year 9999.
  const ms = /^[a-z]{3,9}, /i.test(value) ? Date.parse(value) - Date.now() : 0;
  return Math.max(ms || 0, 0);
}

function headerOf(headers: ResponseHeaders | undefined, name: string): string {
  try {
    if (typeof headers?.get === "function") return toText(headers.get(name));
    const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
    return toText(found?.[1]);
  } catch {
    return "";
  }
}

/** The text of a header, which Node lists where it came several times. */
function toText(value: unknown): string {
  if (Array.isArray(value)) return value.slice(0, 8).map(toLine).join();
  return toLine(value);
}

function toLine(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
