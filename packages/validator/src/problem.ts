import { delayOf } from "./delay-of.js";
import { commonProblemStatus, problemStatus } from "./generated/problem-status.js";
import type { Failure } from "./generated/types.js";
import { catalogId } from "./generated/wire.js";
import { type ResponseHeaders, retryAfterMs } from "./retry-after.js";
import { createResponse, type RuntimeResponse } from "./runtime-response.js";
import { unpolluted } from "./unpolluted.js";

export { fromProblem } from "./from-problem.js";
export type { ResponseHeaders } from "./retry-after.js";

/** The HTTP statuses that problem details have: literals, as frameworks want them. */
export type ProblemStatus =
  | typeof commonProblemStatus
  | NonNullable<(typeof problemStatus)[keyof typeof problemStatus]>
  | 404
  | 409
  | 500
  | 502
  | 503
  | 504;

/**
 * Problem details by RFC 9457, with the error's own members as extensions. Served as
 * `application/problem+json`.
 */
export interface ProblemDetails {
  /** The URI that identifies the error, the same in every occurrence. */
  readonly type: string;
  /** The error's name in words, the same in every occurrence. */
  readonly title: string;
  /** The HTTP status to answer with. */
  readonly status: ProblemStatus;
  /** The text of this occurrence. */
  readonly detail?: string;
  /** The URI reference that identifies this occurrence. */
  readonly instance?: string;
  readonly name: Failure["name"];
  /** The error's code; absent where no answer of the API's came. */
  readonly code?: string;
  readonly outcome: Failure["outcome"];
  readonly retry: Failure["retry"];
  /** The server's own text of an unrecognized error: `detail` may be in the reader's words. */
  readonly msg?: string;
  /** The least seconds to wait before the request is sent again, where they are known. */
  readonly retryAfter?: number;
  /** The values that the error's text carried, where it has any and they could be read. */
  readonly params?: Readonly<Record<string, string>>;
}

/** Options for problem details beside the error. */
export interface ProblemOptions {
  /** The address of the errors' documentation: `type` is this and the name; without it, a URN. */
  readonly baseUrl?: string | undefined;
  /** A URI reference that identifies this occurrence, such as a request id. */
  readonly instance?: string | undefined;
  /**
   * The error in the reader's words, as `localize` gives it; without it, `detail` is the server's
   * own text.
   */
  readonly localized?: { readonly message: string; readonly description: string } | undefined;
  /**
   * The headers of the response that the failure was read from. A `Retry-After` there is passed on
   * in `retryAfter` if it is longer than what the error itself says.
   */
  readonly headers?: ResponseHeaders | undefined;
  /**
   * Returns another status than the default where it returns one: 404 for an order that the caller
   * looked up, for example.
   */
  readonly status?: ((failure: Failure) => ProblemStatus | undefined) | undefined;
}

/**
 * Returns a failure as problem details by RFC 9457, for a gateway that passes it on. The status
 * says what the failure means: see the table in the README.
 *
 * @example
 * const problem = toProblem(failure);
 * reply.code(problem.status).type("application/problem+json").send(problem);
 */
export function toProblem(failure: Failure, options: ProblemOptions = {}): ProblemDetails {
  const { name, outcome, retry, code, msg, params } = unpolluted(failure) as ErrorMembers;
  const { baseUrl, instance, localized, headers = {}, status } = unpolluted(options);
  const waitMs = Math.max(delayOf(failure), retryAfterMs(headers));
  const problem: Readonly<Record<keyof ProblemDetails, unknown>> = {
    // The address up to the slashes at its end: a pattern of those takes the square of their
    // number.
    type:
      baseUrl === undefined
        ? `urn:${catalogId}:${name}`
        : `${baseUrl.match(/^.*[^/]/s)?.[0] ?? ""}/${name}`,
    title: name.charAt(0) + name.slice(1).toLowerCase().replaceAll("_", " "),
    status: status?.(failure) ?? statusOf(failure),
    detail: (localized === undefined ? msg : sentences(localized)) || undefined,
    instance,
    name,
    code,
    outcome,
    retry,
    msg: name === "UNRECOGNIZED" ? msg : undefined,
    // At most what HTTP has every recipient understand.
    retryAfter: Math.min(Math.ceil(waitMs / 1000), 2 ** 31 - 1) || undefined,
    params: Object.keys(params ?? {}).length ? params : undefined,
  };
  // Members without a value are left out.
  return JSON.parse(JSON.stringify(problem, (_, value) => value ?? undefined)) as ProblemDetails;
}

/** The members of a failure, and those that only some failures have. */
interface ErrorMembers extends Pick<Failure, "name" | "outcome" | "retry"> {
  readonly code?: string;
  readonly msg?: string | null;
  readonly params?: ProblemDetails["params"] | null;
}

/**
 * Returns problem details as a response: `application/problem+json`, and `Retry-After` where the
 * time is known.
 *
 * @example
 * return problemResponse(toProblem(failure));
 */
export function problemResponse(problem: ProblemDetails): RuntimeResponse {
  const { status, retryAfter } = unpolluted(problem);
  return createResponse(problem, status, {
    "content-type": "application/problem+json",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
}

/** Two sentences in a row; scripts with full-width stops put no space between them. */
function sentences({ message, description }: NonNullable<ProblemOptions["localized"]>): string {
  // The full-width period, exclamation mark and question mark.
  return /[\u3002\uff01\uff1f]$/.test(message)
    ? message + description
    : `${message} ${description}`.trim();
}

/**
 * Returns the HTTP status of problem details. A request that is not known to be refused is a fault
 * of the server's; of one that is refused, the category decides.
 */
function statusOf(failure: Failure): ProblemStatus {
  const { name, outcome, retry } = failure;
  if (name === "INVALID_RESPONSE") return 502;
  if (name === "NO_RESPONSE") return outcome === "rejected" ? 503 : 504;
  if (name === "UNRECOGNIZED" || outcome === "unknown") return 500;
  if (outcome === "applied" || retry === "after-reconcile") return 409;
  if (failure.fault === "server" && retry === "after-delay") return 503;
  return problemStatus[failure.category] ?? commonProblemStatus;
}
