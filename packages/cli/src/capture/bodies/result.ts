import { hasCodeLike } from "../../catalog/lookup.js";
import { bodyKeys } from "../../generated/api.js";
import type { ApiError, ErrorResult, Failure } from "../../generated/types.js";
import { failureOf } from "../../generated/validator.js";
import { firstOf, membersOf } from "../../json/members.js";
import type { Answer } from "../answer.js";

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
