import { Buffer } from "node:buffer";
import type { ParsedResponse } from "../generated/types.js";
import { parseResponse, parseText } from "../generated/validator.js";
import { findJson } from "../text/find-json.js";
import type { Answer, Skipped } from "./answer.js";
import { statusOf } from "./facts.js";
import { readLoosely } from "./loose-body.js";
import { firstOf, type Members, membersOf, valueAt } from "./members.js";

/** The members in which records keep a response. */
const RESPONSES = ["response", "res", "resp", "reply", "answer"];
/** The members in which responses keep their body. */
const BODIES = ["body", "data", "content", "text", "payload", "json"];
/** The members in which records keep a body on their own. */
const OWN_BODIES = ["responseBody", "response_body", "body", "data", "payload"];
/** The members in which records keep what was thrown. */
const ERRORS = ["err", "error", "exception"];
/** The members that hold a line of a log. */
const LINES = ["message", "msg", "log", "line", "event"];
/** The members that tell a log's record from a body. */
const LOG_MARKS = ["level", "severity", "logger", "levelname", "hostname"];

/**
 * Finds the answer in a record that was parsed from JSON. `path` says where the body stands; if
 * absent, it is looked for where HTTP clients, proxies and logs put it.
 */
export function findAnswer(record: object, path?: string): Answer | Skipped {
  const members = record as Members;
  if (path !== undefined) return answerAt(members, path);
  const response = firstOf(members, RESPONSES);
  if (response !== undefined) {
    const found = inResponse(response, members);
    if (found !== undefined) return found;
  }
  return inRecord(members);
}

function answerAt(record: Members, path: string): Answer | Skipped {
  const value = valueAt(record, path);
  const parent = path.includes(".") && path !== "." ? path.replace(/\.[^.]*$/, "") : undefined;
  const response = parent === undefined ? undefined : membersOf(valueAt(record, parent));
  return toAnswer(value, statusOf(response, record), record) ?? "no-body";
}

function inResponse(response: unknown, record: Members): Answer | Skipped | undefined {
  if (typeof response === "string") return toAnswer(response, statusOf(undefined, record), record);
  const members = membersOf(response);
  if (members === undefined) return undefined;
  const status = statusOf(members, record);
  const body = firstOf(members, BODIES);
  if (body === undefined) return asBody(members, status, record);
  if (members.content === body && record.request !== undefined) return inHar(body, status, record);
  return toAnswer(body, status, record);
}

/** The content of a response in a HAR, as text or as base64. */
function inHar(value: unknown, status: number | undefined, record: Members): Answer | Skipped {
  const content = membersOf(value);
  const { text, encoding, mimeType } = content ?? {};
  if (typeof text !== "string") return "no-body";
  const body = encoding === "base64" ? Buffer.from(text, "base64").toString("utf8") : text;
  const isJson = /\bjson\b/i.test(String(mimeType)) || /^\s*[{[]/.test(body);
  if (!isJson && (status === undefined || status < 400)) return "other";
  return { result: parseText(body, { httpStatus: status }), status, record };
}

function inRecord(record: Members): Answer | Skipped {
  const status = statusOf(undefined, record);
  const own = firstOf(record, OWN_BODIES.slice(0, 2));
  if (own !== undefined) return toAnswer(own, status, record) ?? "no-body";
  const isLog = firstOf(record, LOG_MARKS) !== undefined;
  const itself = asBody(record, isLog ? undefined : status, record, isLog);
  if (itself !== undefined) return itself;
  const body = firstOf(record, OWN_BODIES);
  if (body !== undefined) {
    const found = toAnswer(body, status, record);
    if (found !== undefined) return found;
  }
  return inError(record, status) ?? inLines(record, record) ?? "no-body";
}

/** What was thrown: axios and others hang the response on it, ccxt puts it into its message. */
function inError(record: Members, status: number | undefined): Answer | undefined {
  const thrown = firstOf(record, ERRORS);
  if (typeof thrown === "string") return inText(thrown, record, status);
  const members = membersOf(thrown);
  if (members === undefined) return undefined;
  const response = inResponse(firstOf(members, RESPONSES), members);
  if (typeof response === "object") return { ...response, record };
  const body = firstOf(members, BODIES);
  const found = body === undefined ? undefined : toAnswer(body, status, record);
  return found ?? inLines(members, record);
}

function inLines(members: Members, record: Members): Answer | undefined {
  for (const name of LINES) {
    const line = members[name];
    const found = typeof line === "string" ? inText(line, record, undefined) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Finds the answer in a text, such as a line of a log. Of several bodies it is the last that fails,
 * since a request stands before its response.
 */
export function inText(text: string, record: unknown, status?: number): Answer | undefined {
  const httpStatus = status ?? statusInText(text);
  for (const body of [...findJson(text)].reverse()) {
    const found = membersOf(body);
    if (found === undefined) continue;
    const result = parseResponse(found, { httpStatus });
    if (isTelling(result)) return { result, status: httpStatus, record };
    const inside = record === found ? undefined : findAnswer(found);
    if (typeof inside === "object") return inside;
  }
  const loose = readLoosely(text);
  return loose && { result: loose, status: httpStatus, record };
}

function statusInText(text: string): number | undefined {
  const match = /(?:HTTP\/[\d.]+"?|status(?:[ _-]?code)?["']?)\s*[:=]?\s*([1-5]\d\d)\b/i.exec(text);
  return match === null ? undefined : Number(match[1]);
}

/** Whether an object is surely a body: it has an error's code, or is a batch. */
function isTelling(result: ParsedResponse): boolean {
  return result.kind === "error" || result.kind === "batch";
}

/** A whole object as a body, if it is surely one. In a log, codes of other things are common. */
function asBody(
  value: Members,
  status: number | undefined,
  record: Members,
  isLog = false,
): Answer | undefined {
  const result = parseResponse(value, { httpStatus: status });
  if (!isTelling(result)) return undefined;
  const isUnknown = result.kind === "error" && result.error.name === "UNRECOGNIZED";
  if (isLog && isUnknown && result.error.candidates.length === 0) return undefined;
  return { result, status, record };
}

/** A body where one is expected: as text, or parsed. `null` counts only under a failed status. */
function toAnswer(value: unknown, status: number | undefined, record: Members): Answer | undefined {
  if (value === undefined || (value === null && !(status && status >= 400))) return undefined;
  const context = { httpStatus: status };
  const result =
    typeof value === "string" ? parseText(value, context) : parseResponse(value, context);
  return { result, status, record };
}
