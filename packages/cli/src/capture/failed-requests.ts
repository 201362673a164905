import { parseText } from "../generated/validator.js";
import type { Answer, FailedRequests } from "./answer.js";
import { firstOf, type Members, membersOf } from "./members.js";
import { LOST } from "./no-response.js";
import { requestOf } from "./request-of.js";
import { RESPONSES } from "./response-members.js";
import { statusOf } from "./status-of.js";
import { namesClient, saysLost } from "./unanswered.js";

/** Reads what a log says of requests whose answer it does not have. */
export const failedRequests: FailedRequests = { inText, inRecord };

/** Words count only beside the name of a client, or a method and an address. */
function inText(
  text: string,
  status: number | undefined,
  records: readonly unknown[],
): Answer | undefined {
  const start = text.slice(0, 5000);
  const isLost = status === undefined && saysLost(start);
  if (!isLost && !isLeftOpen(status)) return undefined;
  if (!namesClient(start) && !isNamed(records)) return undefined;
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

function isNamed(records: readonly unknown[]): boolean {
  const { method, path } = requestOf(records);
  return method !== undefined && path !== undefined;
}
