import { entryNamed } from "../../catalog/lookup.js";
import { toFailure } from "../../catalog/to-failure.js";
import type { ApiError } from "../../generated/types.js";
import { identify, parseText } from "../../generated/validator.js";
import { type Members, membersOf } from "../../json/members.js";
import type { Answer } from "../answer.js";
import { LOST, UNSENT } from "../requests/no-response.js";
import { statusOf } from "../requests/status-of.js";
import { mayHaveBeenExecuted, toErrorResult } from "./result.js";

/** What a failure of the generated packages says in a log. */
type OwnResult = Exclude<Answer["result"], { readonly kind: "success" | "batch" }>;

/**
 * Returns the answer that a record is as the generated packages make it: a failure with a name, an
 * outcome and a retry. Their problem details have these too, and the attributes of OpenTelemetry
 * under names with dots.
 */
export function readOwnFailure(members: Members): Answer | undefined {
  const { "error.type": type } = members;
  return toAnswer(readFailure(type === undefined ? members : attributesOf(members)), [members]);
}

function toAnswer(result: OwnResult | undefined, records: readonly unknown[]): Answer | undefined {
  const status = result?.kind === "invalid" ? (result.httpStatus ?? undefined) : undefined;
  return result && { result, status, records, isOwn: true };
}

/** Attributes have the id of the catalog before these words. */
const ATTRIBUTE = /\.error\.(code|outcome|retry)$/;

function attributesOf(members: Members): Members {
  const found = Object.entries(members).flatMap(([key, value]) => {
    const [, word] = ATTRIBUTE.exec(key) ?? [];
    return word === undefined ? [] : [[word, textOf(value)]];
  });
  return { ...Object.fromEntries(found), name: textOf(members["error.type"]) };
}

/** OpenTelemetry exports a text in an object. */
function textOf(value: unknown): unknown {
  return membersOf(value)?.stringValue ?? value;
}

function readFailure(members: Members): OwnResult | undefined {
  const { name, msg, outcome, retry, issues } = members;
  if (typeof name !== "string" || !isWord(outcome) || !isWord(retry)) return undefined;
  if (name === "NO_RESPONSE")
    return { kind: "none", error: outcome === "rejected" ? UNSENT : LOST };
  if (name === "INVALID_RESPONSE") {
    const [issue] = Array.isArray(issues) ? issues : [];
    return toInvalid(statusOf(members), membersOf(issue)?.message);
  }
  // Attributes leave out a code that is not fit for metrics, and one that is empty.
  const { code = name === "UNRECOGNIZED" ? "" : undefined } = members;
  if (typeof code !== "string") return undefined;
  const error = identify(code, typeof msg === "string" ? msg : undefined);
  if (error.name !== "UNRECOGNIZED") return toErrorResult(error);
  // Problem details name an error without the text that tells it from others with its code. Of one
  // that the catalog does not have, the HTTP status may have decided.
  return toNamedResult(name) ?? toErrorResult({ ...error, outcome, retry } as ApiError);
}

/** Matches the words of outcomes and retries, which no other record has both of. */
const WORDS = /^(?:rejected|unknown|applied|never|after-(?:fix|delay|reconcile))$/;

function isWord(value: unknown): boolean {
  return typeof value === "string" && WORDS.test(value);
}

function toNamedResult(name: string): OwnResult | undefined {
  const entry = entryNamed(name);
  return entry && toErrorResult(toFailure(entry) as ApiError);
}

function toInvalid(httpStatus: number | undefined, message: unknown): OwnResult | undefined {
  const result = parseText("", { httpStatus });
  if (result.kind !== "invalid") return undefined;
  const issues =
    typeof message === "string" ? [{ message, path: [], keyword: "contentMediaType" }] : [];
  return { ...result, issues, error: { ...result.error, issues } };
}

/**
 * Matches a name, and what the message of an exception has after it: the code or the HTTP status,
 * or a colon.
 */
const NAMED = /\b([A-Z][A-Z\d]*(?:_[A-Z\d]+)*)(?: \((?:HTTP )?([\w.:-]{1,64})\)|(?=: ))/g;
/** Matches the words of an exception about a request without an answer. */
const NO_ANSWER = /^: the request (?:(may have been executed)|was not sent)/;

/** More than a line of a log has before the message of an exception. */
const LONGEST = 5000;

/**
 * Returns the answer in a text that has the message of an exception of the generated packages. Of
 * several, one after which a request may have been executed goes before one that was rejected.
 */
export function readOwnText(text: string, records: readonly unknown[]): Answer | undefined {
  const start = text.slice(0, LONGEST);
  const found = [...start.matchAll(NAMED)].flatMap((match) => readMessage(match) ?? []);
  return toAnswer(found.find(({ error }) => mayHaveBeenExecuted(error)) ?? found[0], records);
}

function readMessage(match: RegExpExecArray): OwnResult | undefined {
  const { 0: whole, 1: name = "", 2: detail, index, input } = match;
  const rest = input.slice(index + whole.length);
  if (name === "NO_RESPONSE") {
    const [found, isSent] = NO_ANSWER.exec(rest) ?? [];
    return found === undefined ? undefined : { kind: "none", error: isSent ? LOST : UNSENT };
  }
  const named = detail === undefined ? undefined : readNamed(name, detail);
  // Other programs have these words too.
  if (named !== undefined || !input.slice(0, index).endsWith("Error: ")) return named;
  const [, said = ""] = /^: ([^\n]+)/.exec(rest) ?? [];
  if (name === "INVALID_RESPONSE") return toInvalid(Number(detail), said);
  // An error of a list may have no code.
  return name === "UNRECOGNIZED" ? toErrorResult(identify(detail ?? "", said)) : undefined;
}

function readNamed(name: string, code: string): OwnResult | undefined {
  const entry = entryNamed(name);
  const isIts = entry?.code === code || entry?.aliases.includes(code);
  return isIts ? toNamedResult(name) : undefined;
}
