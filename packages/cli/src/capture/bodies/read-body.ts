import { parseResponse, parseText } from "../../generated/validator.js";
import type { Members } from "../../json/members.js";
import type { Answer } from "../answer.js";
import { statusInText, statusOf } from "../requests/status-of.js";
import { isKnown, isOfException, isTelling } from "./result.js";

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
