import type { Answer } from "../capture/answer.js";
import { findAnswer, inText } from "../capture/find-answer.js";
import type { Members } from "../capture/members.js";
import { readThrown } from "../capture/unanswered.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { parseResponse } from "../generated/validator.js";
import { parseJson } from "../text/parse-json.js";
import { distinct, failuresOf, hasKnown } from "./failures-of.js";
import { findGeneral } from "./find-general.js";
import { findNearSaid } from "./find-near-said.js";
import type { Found, Near } from "./finding.js";

/**
 * Reads logs, records of responses, and what clients and proxies say. A page loads it only for a
 * question that is none of a code, a name, a sentence and a body on its own.
 */
export interface Reader {
  /** Reads the errors that a record or a text with a body in it reports. */
  findResponse(asked: string): Found | undefined;
  /** Reads the rest: a failure that no entry is about, or a response that reports no error. */
  findRest(asked: string): Found | undefined;
  /** The entries that are similar to a few words in Chinese, Japanese or Korean. */
  findNearSaid(asked: string, bundles: readonly MessageBundle[]): readonly Near[];
}

/** Reads captures of the API that this package's catalog describes. */
export const reader: Reader = {
  findResponse,
  findRest: (asked) => findGeneral(asked) ?? findSuccess(asked),
  findNearSaid,
};

function findResponse(asked: string): Found | undefined {
  const record = parseJson(asked);
  const isRecord = typeof record === "object" && record !== null;
  const whole = failuresIn(isRecord ? inRecord(record) : inText(asked, asked));
  // One answer must not hide another, whose outcome may be unknown.
  const each = distinct(isRecord ? inItems(record) : inLines(asked));
  const failures = each.length > 1 ? each : whole;
  // A client's exception has a code too, which is not the API's.
  const thrown = isRecord && !hasKnown(failures) ? readThrown(record as Members) : undefined;
  if (thrown?.kind === "none") return { way: "response", failures: [thrown.error] };
  return failures.length === 0 ? undefined : { way: "response", failures };
}

/** A response that reports no error. It comes last: what stands around it may say more. */
function findSuccess(asked: string): Found | undefined {
  if (!/[{[]/.test(asked)) return undefined;
  const body = parseJson(asked);
  const isBody = typeof body === "object" && body !== null;
  const result = isBody ? parseResponse(body) : inText(asked, asked)?.result;
  return result?.kind === "success" ? { way: "response", failures: [] } : undefined;
}

function inRecord(record: object): Answer | undefined {
  const found = findAnswer(record);
  return typeof found === "string" ? undefined : found;
}

/** The failures of a list of bodies, where that list is not itself the body of a batch. */
function inItems(record: object): readonly Failure[] {
  if (!Array.isArray(record)) return [];
  return record.flatMap((item: unknown) =>
    typeof item === "object" && item !== null ? failuresIn(inRecord(item)) : [],
  );
}

function inLines(text: string): readonly Failure[] {
  const lines = text.split("\n").filter((line) => line.includes("{"));
  return lines.length < 2 ? [] : lines.flatMap((line) => failuresIn(inText(line, line)));
}

function failuresIn(answer: Answer | undefined): readonly Failure[] {
  return answer === undefined ? [] : failuresOf(answer.result);
}
