import type { Answer } from "../capture/answer.js";
import { findAnswer, inText } from "../capture/find-answer.js";
import { entryNamed } from "../catalog/lookup.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { parseJson } from "../text/find-json.js";
import { findCode, withPlainDigits } from "./find-code.js";
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
    findInText(plain);
  const isKnown = found?.failures.some(({ name }) => name !== "UNRECOGNIZED");
  return { asked, found, near: isKnown ? [] : findNear(codeOf(found) ?? plain) };
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
  return failures.length === 0 ? undefined : { way: "response", failures };
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
