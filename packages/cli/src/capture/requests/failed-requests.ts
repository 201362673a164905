import { parseText } from "../../generated/validator.js";
import { firstOf, type Members, membersOf } from "../../json/members.js";
import type { Answer, FailedRequests } from "../answer.js";
import { LEVELS, RESPONSES } from "../member-names.js";
import { LOST } from "./no-response.js";
import { requestOf } from "./request-of.js";
import { statusOf } from "./status-of.js";
import { namesClient, saysLost } from "./unanswered.js";

/** Reads what a log says of requests whose answer it does not have. */
export const failedRequests: FailedRequests = { inText, inRecord };

/**
 * Words count only beside a method and an address, or beside the name of a client where the line is
 * more than a mention.
 */
function inText(
  text: string,
  status: number | undefined,
  records: readonly unknown[],
): Answer | undefined {
  const start = text.slice(0, 5000);
  const isLost = status === undefined && saysLost(start);
  if (!isLost && !isLeftOpen(status)) return undefined;
  const isOfClient = namesClient(start) && !(isLost && isMention(start, records));
  if (!isOfClient && !isNamed(records)) return undefined;
  return isLost
    ? { result: { kind: "none", error: LOST }, status, records }
    : toFailed(status, records);
}

function inRecord(record: Members): Answer | undefined {
  const status = statusOf(record, membersOf(firstOf(record, RESPONSES)));
  const isRequest = isLeftOpen(status) && requestOf([record]).method !== undefined;
  return isRequest ? toFailed(status, [record]) : undefined;
}

/** A gateway's status says nothing about what the API did. */
function isLeftOpen(status: number | undefined): boolean {
  return status !== undefined && status >= 500;
}

function toFailed(status: number | undefined, records: readonly unknown[]): Answer {
  return { result: parseText("", { httpStatus: status }), status, records };
}

/** Matches the level of a line about what goes as it should. */
const ROUTINE = /^.{0,80}(?:\b(?:TRACE|DEBUG|INFO)\b|(?:\[|level=)"?(?:trace|debug|info)\b)/;
const ROUTINE_LEVEL = /^(?:trace|debug|info|[123]0)$/i;
const FAILED = /[Ee]rror|ERROR|[Ff]ail|FAIL|[Ee]xception|Pool\(|\bE[A-Z]{4}/;

/** Whether a line only says what could fail, such as which timeout a client has. */
function isMention(text: string, records: readonly unknown[]): boolean {
  const isRoutine = records.some((record) =>
    typeof record === "string"
      ? ROUTINE.test(record)
      : ROUTINE_LEVEL.test(String(firstOf(membersOf(record) ?? {}, LEVELS))),
  );
  return isRoutine && !FAILED.test(text);
}

function isNamed(records: readonly unknown[]): boolean {
  const { method, path } = requestOf(records);
  return method !== undefined && path !== undefined;
}
