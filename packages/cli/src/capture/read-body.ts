import { hasCodeLike } from "../catalog/lookup.js";
import { bodyKeys } from "../generated/api.js";
import type { ApiError, ErrorResult, Failure } from "../generated/types.js";
import { failureOf, parseResponse, parseText } from "../generated/validator.js";
import type { Answer } from "./answer.js";
import { firstOf, type Members, membersOf } from "./members.js";
import { statusInText, statusOf } from "./status-of.js";

/**
 * Whether a body is surely one of the API: it is an error or a batch, or has a code that means
 * success.
 */
export function isTelling(result: Answer["result"]): boolean {
  if (result.kind !== "success") return result.kind === "error" || result.kind === "batch";
  const body = membersOf(result.body);
  return (
    body !== undefined && bodyKeys.success.includes(firstOf(body, bodyKeys.codeKeys) as string)
  );
}

/**
 * Returns a whole object as a body, if it is surely one. In a log, codes of other things are
 * common.
 */
export function asBody(
  value: Members,
  status: number | undefined,
  records: readonly unknown[],
  isLog = false,
): Answer | undefined {
  const result = parseResponse(value, { httpStatus: status });
  if (!isTelling(result) || (isLog && !isKnown(result))) return undefined;
  // Beside a status, there was an answer that nobody logged.
  if (status === undefined && isOfException(result)) return undefined;
  return { result, status, records };
}

/**
 * Whether an answer is an error only by its HTTP status, as in an API whose codes are statuses: a
 * record of any response with that status is one too.
 */
export function isByStatus({ result, status }: Answer): boolean {
  if (result.kind !== "error" || status === undefined) return false;
  return result.error.code === String(status) && parseResponse(result.body).kind !== "error";
}

/** Returns a body with an error's code as a success, if its HTTP status says that it is one. */
export function asDone(
  value: object,
  status: number | undefined,
  records: readonly unknown[],
): Answer | undefined {
  const isCoded = status !== undefined && parseResponse(value).kind === "error";
  return isCoded ? successBeside(status, value, records) : undefined;
}

/** Returns an object beside a status as an answer, if it succeeds: one that fails would say so. */
function successBeside(
  status: number | undefined,
  value: object | undefined,
  records: readonly unknown[],
): Answer | undefined {
  const found = status === undefined ? undefined : toAnswer(value, status, value);
  return found?.result.kind === "success" ? { ...found, records } : undefined;
}

/**
 * Reads the last JSON in a text as a success, by the status beside it or among its own members: a
 * number in one of its strings is not one.
 */
export function successIn(
  text: string,
  status: number | undefined,
  fragments: readonly object[],
  records: readonly unknown[],
): Answer | undefined {
  // The number of a process, `bot[12]:`, is JSON too.
  const bodies = fragments.filter((each) => !Array.isArray(each) || !each.some(Number.isFinite));
  const [body] = bodies;
  if (body === undefined) return undefined;
  if (bodies.length > 1) return successBeside(status ?? statusInText(text), bodies.at(-1), records);
  const around = text.slice(0, text.indexOf("{")) + text.slice(text.lastIndexOf("}") + 1);
  const beside = status ?? statusInText(around) ?? statusOf(body as Members);
  return successBeside(beside, body, records);
}

/** The codes of the system, of Node and of its clients: `ENOENT`, `ERR_BAD_REQUEST`. */
const EXCEPTION_CODE = /^(?:E[A-Z\d]{2,}|(?:[A-Z]+_)?ERR_[A-Z\d_]+)$/;

/** Whether the API has such codes itself. */
let hasSuchCodes: boolean | undefined;

/** Whether a code that the catalog does not list is that of an exception and not the API's. */
export function isOfException(result: Answer["result"]): boolean {
  if (result.kind !== "error" || isKnown(result)) return false;
  const { code } = result.error;
  if (failureOf({ code })?.name === "NO_RESPONSE") return true;
  hasSuchCodes ??= hasCodeLike(EXCEPTION_CODE);
  return !hasSuchCodes && EXCEPTION_CODE.test(code);
}

/** Whether a failure is more than a code that the catalog does not list. */
export function isKnown(result: Answer["result"]): boolean {
  if (result.kind !== "error" || result.error.name !== "UNRECOGNIZED") return true;
  return result.error.candidates.length > 0;
}

/** Whether the catalog says that a request may have been executed, or one item of a batch. */
export function isUncertain(result: Answer["result"]): boolean {
  if (result.kind === "batch")
    return result.items.some(
      (item) => item.kind !== "success" && errorsOf(item).some(mayHaveBeenExecuted),
    );
  return result.kind === "error" && isKnown(result) && errorsOf(result).some(mayHaveBeenExecuted);
}

/** A part of an answer that failed. */
interface FailedPart {
  readonly error: Failure;
  /** Where the API lists errors: all of them. */
  readonly errors?: readonly Failure[];
}

/** Returns the errors of an answer or an item, each of which counts. */
export function errorsOf({ error, errors = [error] }: FailedPart): readonly Failure[] {
  return errors;
}

/** Returns the result of an error that no body says. */
export function toErrorResult(error: ApiError): ErrorResult {
  // The types have the list for an API that lists errors alone.
  const result = { kind: "error", error, errors: [error], body: undefined } as const;
  return result;
}

/** Whether the request of a failure may have been executed. */
export function mayHaveBeenExecuted({ outcome }: Failure): boolean {
  return outcome !== "rejected";
}

/**
 * Returns a body where one is expected: as text, or parsed. `null` counts only under a failed
 * status.
 */
export function toAnswer(
  value: unknown,
  status: number | undefined,
  record: unknown,
): Answer | undefined {
  if (value === undefined || (value === null && !(status && status >= 400))) return undefined;
  const context = { httpStatus: status };
  const result =
    typeof value === "string" ? parseText(value, context) : parseResponse(value, context);
  return { result, status, records: [record] };
}
