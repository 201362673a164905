import type { Answer } from "../capture/answer.js";
import { findAnswer, inText } from "../capture/find-answer.js";
import type { Members } from "../capture/members.js";
import { readThrown } from "../capture/unanswered.js";
import { entryNamed } from "../catalog/lookup.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { parseResponse } from "../generated/validator.js";
import { parseJson } from "../text/find-json.js";
import { findCode, withPlainDigits } from "./find-code.js";
import { findGeneral } from "./find-general.js";
import { findInText, findName } from "./find-name.js";
import { findNear } from "./find-near.js";
import { findTranslation, findWireText } from "./find-sentence.js";
import type { Answered, Found } from "./finding.js";
import { toFailure } from "./to-failure.js";

/** A longer question is a file: that is what scanning is for. */
const LONGEST = 1_000_000;

/** Loads the texts of every language. */
type LoadBundles = () => Promise<readonly MessageBundle[]>;

/**
 * Answers one question: a code, a name, a sentence, a body, a line of a log, the text of an
 * exception. What is cheap and exact comes first.
 */
export async function ask(question: string, loadBundles: LoadBundles): Promise<Answered> {
  const asked = question.slice(0, LONGEST).trim();
  const plain = withPlainDigits(asked);
  const found =
    findCode(plain) ??
    findNamed(asked) ??
    findResponse(asked) ??
    findWireText(asked) ??
    (await findSaid(asked, loadBundles)) ??
    findInText(plain) ??
    findGeneral(asked) ??
    findSuccess(asked);
  return { asked, found, near: isAnswer(found) ? [] : findNear(codeOf(found) ?? plain) };
}

/** Whether more was found than a code that the catalog does not list. */
export function isAnswer(found: Found | undefined): found is Found {
  if (found === undefined) return false;
  const { way, failures } = found;
  const isListed = failures.some(({ name }) => name !== "UNRECOGNIZED");
  return isListed || failures.length === 0 || way === "name";
}

function codeOf(found: Found | undefined): string | undefined {
  const [failure] = found?.failures ?? [];
  return failure?.name === "UNRECOGNIZED" ? failure.code : undefined;
}

/** "System error" is the name of one entry and the message of another. */
function findNamed(asked: string): Found | undefined {
  const named = findName(asked);
  const said = named === undefined || !asked.includes(" ") ? undefined : findWireText(asked);
  const names = said?.failures.map(({ name }) => name) ?? [];
  const others = named?.failures.filter(({ name }) => !names.includes(name)) ?? [];
  return said === undefined ? named : { ...said, failures: [...said.failures, ...others] };
}

/** What a body says, or a text with a body in it. */
function findResponse(asked: string): Found | undefined {
  if (!asked.includes("{")) return undefined;
  const record = parseJson(asked);
  const isRecord = typeof record === "object" && record !== null;
  const whole = failuresOf(isRecord ? inRecord(record) : inText(asked, asked));
  // One answer must not hide another, whose outcome may be unknown.
  const each = distinct(isRecord ? inItems(record) : inLines(asked));
  const failures = each.length > 1 ? each : whole;
  // A client's exception has a code too, which is not the API's.
  const isListed = failures.some(({ name }) => name !== "UNRECOGNIZED");
  const thrown = isRecord && !isListed ? readThrown(record as Members) : undefined;
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
    typeof item === "object" && item !== null ? failuresOf(inRecord(item)) : [],
  );
}

function inLines(text: string): readonly Failure[] {
  const lines = text.split("\n").filter((line) => line.includes("{"));
  return lines.length < 2 ? [] : lines.flatMap((line) => failuresOf(inText(line, line)));
}

function distinct(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values()];
}

/** The failures of an answer, each kind of a batch's once; all that a shared code may mean. */
function failuresOf(answer: Answer | undefined): readonly Failure[] {
  if (answer === undefined) return [];
  const { result } = answer;
  if (result.kind === "success") return [];
  if (result.kind === "error" && result.error.name === "UNRECOGNIZED") {
    const candidates = result.error.candidates.flatMap((name) => entryNamed(name) ?? []);
    return candidates.length > 0 ? candidates.map((entry) => toFailure(entry)) : [result.error];
  }
  if (result.kind !== "batch") return [result.error];
  return distinct(result.items.flatMap((item) => (item.kind === "success" ? [] : [item.error])));
}

/** Only a sentence is looked for in every language: reading them all takes time. */
async function findSaid(asked: string, loadBundles: LoadBundles): Promise<Found | undefined> {
  if (!/\s|[\u0250-\uffff]/.test(asked)) return undefined;
  return findTranslation(asked, await loadBundles());
}
