import { findJson } from "../../json/find-json.js";
import { firstOf, type Members, membersOf, toText } from "../../json/members.js";
import type { Answer, FindOptions, Skipped } from "../answer.js";
import { cutOffIn, isLikely, isWithinJson, readLoosely } from "../bodies/loose-body.js";
import { readOwnFailure, readOwnText } from "../bodies/own-failure.js";
import { asBody, asDone, isByStatus, successIn, toAnswer } from "../bodies/read-body.js";
import { readResponse } from "../bodies/read-response.js";
import { isKnown, isOfException, isTelling, isUncertain } from "../bodies/result.js";
import { BODIES, LEVELS, LINES, OWN_BODIES, RESPONSES, SENT, THROWN } from "../member-names.js";
import { statusInText, statusOf } from "../requests/status-of.js";
import { readThrown } from "../requests/unanswered.js";
import { isInLine } from "./log-line.js";
import { nestedMembers } from "./nested-members.js";

/** The members in which records keep the body of a response, of a request, or anything. */
const LOOSE_BODIES = ["body", "data", "payload"];
/** The members that tell a log's record from a body. */
const LOG_MARKS = [...LEVELS, "logger", "hostname"];

/**
 * Finds the answer in a record that was parsed from JSON. It is looked for where HTTP clients,
 * proxies and logs put it, unless the options say where it stands.
 */
export function findAnswer(record: object, options: FindOptions = {}): Answer | Skipped {
  const members = record as Members;
  if (options.answerAt !== undefined) return options.answerAt(members) ?? "no-body";
  const response = firstOf(members, RESPONSES);
  if (response !== undefined) {
    const found = inResponse(response, members, options);
    if (found !== undefined) return orThrown(found, members, options);
  }
  const own = inRecord(members, options);
  const nested = own === undefined ? nestedMembers(members) : undefined;
  if (nested !== undefined) return findAnswer(nested, options);
  const found =
    own ?? inMembers(members, options) ?? options.failedRequests?.inRecord(members) ?? "no-body";
  return orThrown(found, members, options);
}

/** Prefers an error in the record that says more than the answer found. */
function orThrown(
  found: Answer | Skipped,
  record: Members,
  options: FindOptions,
): Answer | Skipped {
  if (typeof found === "string" || isTelling(found.result)) return found;
  const thrown = inError(record, statusOf(record), options);
  if (thrown === undefined || thrown.result.kind === "success") return found;
  return found.result.kind === "success" || isTelling(thrown.result) ? thrown : found;
}

function inResponse(
  response: unknown,
  record: Members,
  options: FindOptions,
): Answer | Skipped | undefined {
  if (typeof response === "string") return inResponseText(response, record, options);
  const members = membersOf(response);
  return members && readResponse(members, record, options);
}

/** A text may be the body, or have it in it: `<Response [400]> {"code":...}`. */
function inResponseText(text: string, record: Members, options: FindOptions): Answer | undefined {
  const status = statusOf(record);
  const found = /^\s*[{[]/.test(text) ? undefined : inText(text, record, options, status);
  return found ?? toAnswer(text, status, record);
}

function inRecord(record: Members, options: FindOptions): Answer | undefined {
  const status = statusOf(record);
  const failure = readOwnFailure(record);
  if (failure !== undefined) return failure;
  const own = firstOf(record, OWN_BODIES);
  if (own !== undefined) return toAnswer(own, status, record);
  const isLog = options.isLog === true || firstOf(record, LOG_MARKS) !== undefined;
  const body = asBody(record, isLog ? undefined : status, [record], isLog);
  if (body !== undefined && !isByStatus(body)) return body;
  return (
    inLooseBody(record, status) ??
    inError(record, status, options) ??
    inLines(record, record, options) ??
    body ??
    (isLog || options.depth !== undefined ? undefined : inException(record))
  );
}

/** A record that is itself an exception of a client, which got no answer. */
function inException(record: Members): Answer | undefined {
  const result = readThrown(record);
  return result && { result, status: undefined, records: [record] };
}

/** A body without a status that fails in nothing may be the request's. */
function inLooseBody(record: Members, status: number | undefined): Answer | undefined {
  const found = toAnswer(firstOf(record, LOOSE_BODIES), status, record);
  return found !== undefined && (status !== undefined || isTelling(found.result))
    ? found
    : undefined;
}

/**
 * Reads a thrown error: axios and others hang the response on it, ccxt puts it into its message.
 */
function inError(
  record: Members,
  status: number | undefined,
  options: FindOptions,
): Answer | undefined {
  const thrown = firstOf(record, THROWN);
  if (typeof thrown === "string") return inText(thrown, record, options, status);
  const members = membersOf(thrown);
  if (members === undefined) return undefined;
  const own = readOwnFailure(membersOf(members.failure) ?? members);
  if (own !== undefined) return { ...own, records: [record] };
  const response = inResponse(firstOf(members, RESPONSES), members, options);
  if (typeof response === "object") return { ...response, records: [...response.records, record] };
  const body = toAnswer(firstOf(members, BODIES), status, record);
  if (body !== undefined && (body.result.kind !== "success" || isTelling(body.result))) return body;
  const result = readThrown(members);
  // Loguru has the message of an exception as its value.
  const found = inLines({ message: members.value, ...members }, record, options);
  if (found !== undefined || result === undefined) return found ?? (status ? body : undefined);
  return { result, status, records: [record] };
}

function inLines(members: Members, record: Members, options: FindOptions): Answer | undefined {
  for (const name of LINES) {
    const line = toText(members[name]);
    const found = line === undefined ? undefined : inText(line, record, options);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Finds the answer in a text, such as a line of a log. Of several bodies it is the last that fails,
 * since a request stands before its response; but one after which a request may have been executed
 * goes before one that was rejected.
 */
export function inText(
  text: string,
  record: unknown,
  options: FindOptions = {},
  status?: number,
): Answer | undefined {
  const httpStatus = status ?? statusInText(text);
  const records = record === text ? [text] : [text, record];
  const fragments = findJson(text);
  const answers = [...fragments]
    .reverse()
    .flatMap((fragment) => inFragment(fragment, httpStatus, records, options) ?? []);
  const failed = answers.filter(({ result }) => result.kind !== "success");
  if (failed.length > 0) return failed.find(({ result }) => isUncertain(result)) ?? failed[0];
  const [coded] = answers;
  if (options.answerAt !== undefined) return coded;
  const isStatus = httpStatus !== undefined;
  const success = coded ?? (isStatus ? successIn(text, status, fragments, records) : undefined);
  const loose = readLoosely(coded === undefined ? text : cutOffIn(text));
  const isOther = loose !== undefined && success !== undefined && isWithinJson(loose, text);
  if (loose && !isOther && isLikely(loose, text, httpStatus))
    return { result: loose, status: httpStatus, records };
  return (
    success ??
    readOwnText(text, records) ??
    options.failedRequests?.inText(text, httpStatus, records)
  );
}

/** JSON in a text is a body, or a record with an answer in it. */
function inFragment(
  fragment: object,
  status: number | undefined,
  records: readonly unknown[],
  options: FindOptions,
): Answer | undefined {
  const isAnywhere = options.answerAt === undefined;
  const own = isAnywhere ? asBody(fragment as Members, status, records) : undefined;
  if (own !== undefined && !isOfException(own.result) && !isByStatus(own)) return own;
  const done = own === undefined ? asDone(fragment, status, records) : undefined;
  if (done !== undefined) return done;
  const inside = findAnswer(fragment, deeper(options));
  if (typeof inside === "string") return own;
  return { ...inside, status: inside.status ?? status, records: [...inside.records, ...records] };
}

/** More than the records of any logger have; a record of an attacker could have any number. */
const MAX_MEMBERS = 50;
const MAX_DEPTH = 4;

function deeper(options: FindOptions): FindOptions {
  return { ...options, depth: (options.depth ?? 0) + 1 };
}

/**
 * Finds the answer in a member that no convention names, such as `jsonPayload` of a cloud's log.
 * A record that may be anything does not count there: other things have codes too.
 */
function inMembers(record: Members, options: FindOptions): Answer | undefined {
  if ((options.depth ?? 0) >= MAX_DEPTH) return undefined;
  let line: Answer | undefined;
  for (const name of Object.keys(record).slice(0, MAX_MEMBERS)) {
    const found = SENT.includes(name) ? undefined : inMember(record[name], record, options);
    if (found !== undefined && isConvincing(found)) return found;
    if (found !== undefined && isInLine(found)) line ??= found;
  }
  return line;
}

function inMember(value: unknown, record: Members, options: FindOptions): Answer | undefined {
  if (typeof value === "string")
    return value.includes("{") ? inText(value, record, deeper(options)) : undefined;
  const members = Array.isArray(value) ? undefined : membersOf(value);
  const found = members && findAnswer(members, deeper(options));
  return typeof found === "object" ? { ...found, records: [...found.records, record] } : undefined;
}

/** Whether an answer that may stand in anything is surely one. */
export function isConvincing({ result, status, isOwn }: Answer): boolean {
  return isOwn === true || status !== undefined || (result.kind !== "success" && isKnown(result));
}
