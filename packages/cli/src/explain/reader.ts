import type { Answer } from "../capture/answer.js";
import { isOfException } from "../capture/bodies/result.js";
import { findAnswer, inText } from "../capture/records/find-answer.js";
import { findAnswers } from "../capture/records/find-answers.js";
import { readThrown } from "../capture/requests/unanswered.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { parseResponse } from "../generated/validator.js";
import { membersOf } from "../json/members.js";
import { parseJson } from "../json/parse-json.js";
import { distinct, failuresOf, hasKnown } from "./failures-of.js";
import { findBroken, findGeneral } from "./find-general.js";
import { findNearSaid } from "./find-near-said.js";
import { findSaidWithin } from "./find-said-within.js";
import type { Found, Near } from "./finding.js";

/**
 * Reads logs, records of responses, and what clients and proxies say. A page loads it only for a
 * question that is not a code, a name, a sentence or a body alone.
 */
export interface Reader {
  /** Reads the errors that a record or a text with a body in it reports. */
  findResponse(asked: string): Found | undefined;
  /**
   * Reads the rest: a longer text that names entries or has messages of some locale in it, a
   * failure that no entry is about, or a response that reports no error.
   */
  findRest(
    asked: string,
    bundles: readonly MessageBundle[],
    named?: Found | undefined,
  ): Found | undefined;
  /** The entries that are similar to a few words in Chinese, Japanese or Korean. */
  findNearSaid(asked: string, bundles: readonly MessageBundle[]): readonly Near[];
}

/** Reads captures of the API that this package's catalog describes. */
export const reader: Reader = {
  findResponse,
  findRest,
  findNearSaid,
};

function findResponse(question: string): Found | undefined {
  const asked = decode(question);
  const record = membersOf(parseJson(asked));
  const whole = failuresIn(record ? inRecord(record) : inText(asked, asked));
  // One answer must not hide another, whose outcome may be unknown.
  const each = distinct(record ? inItems(record) : inLines(asked));
  const failures = each.length > 1 || whole.length === 0 ? each : whole;
  // A client's exception has a code too, which is not the API's.
  const thrown = record && !hasKnown(failures) ? readThrown(record) : undefined;
  if (thrown?.kind === "none") return { way: "response", failures: [thrown.error] };
  if (failures.length === 0) return undefined;
  const found: Found = { way: "response", failures };
  return record ? found : withBroken(found, linesBeside(asked).join("\n"));
}

/** The lines beside responses: those of a body are indented. */
function linesBeside(text: string): readonly string[] {
  const isOfResponse = (line: string) =>
    /^[ \t]/.test(line) || (line.includes("{") && inText(line, line) !== undefined);
  return text.split("\n").filter((line) => !isOfResponse(line));
}

/** Decodes a body that is written as in an address: `%7B%22code%22...`. */
function decode(question: string): string {
  if (!/%7b/i.test(question)) return question;
  try {
    return decodeURIComponent(question.replaceAll("+", " "));
  } catch {
    return question;
  }
}

function findRest(
  asked: string,
  bundles: readonly MessageBundle[],
  named?: Found,
): Found | undefined {
  const found = named ?? findSaidWithin(asked, bundles);
  return found ? withBroken(found, asked) : (findGeneral(asked) ?? findOther(asked));
}

/** A connection that broke leaves open what happened, whatever was found beside it. */
function withBroken(found: Found, text: string): Found {
  const broken = findBroken(text);
  const isSaid = found.failures.some(
    ({ name, outcome }) => name === broken?.name && outcome === broken.outcome,
  );
  return broken && !isSaid ? { ...found, failures: [...found.failures, broken] } : found;
}

/**
 * A response that reports no error, or is not the API's. It comes last: what stands around it may
 * say more.
 */
function findOther(asked: string): Found | undefined {
  if (!/[{[]/.test(asked)) return undefined;
  const body = membersOf(parseJson(asked));
  const result = body ? parseResponse(body) : inText(asked, asked)?.result;
  // Invalid at a member, such as `success: false`: most JSON without a code is not a response.
  const isResponse =
    result?.kind === "success" ||
    (result?.kind === "invalid" && result.issues.some(({ path }) => path.length > 0));
  return isResponse ? { way: "response", failures: failuresOf(result) } : undefined;
}

function inRecord(record: unknown): Answer | undefined {
  const members = membersOf(record);
  const found = members && findAnswer(members);
  return typeof found === "string" ? undefined : found;
}

/** The failures of what a record lists, such as bodies, or the lines in a page of a log. */
function inItems(record: object): readonly Failure[] {
  const items: readonly unknown[] = Array.isArray(record) ? record : [record];
  const found = items.flatMap((item) => findAnswers(item));
  return found.flatMap((each) => (typeof each === "string" ? [] : failuresIn(each)));
}

function inLines(text: string): readonly Failure[] {
  const lines = text.split("\n").filter((line) => line.includes("{"));
  return lines.length < 2 ? [] : lines.flatMap((line) => failuresIn(inText(line, line)));
}

function failuresIn(answer: Answer | undefined): readonly Failure[] {
  return answer === undefined || isOfException(answer.result) ? [] : failuresOf(answer.result);
}
