import type { Answer } from "../capture/answer.js";
import { findAnswer, inText } from "../capture/find-answer.js";
import { entryNamed } from "../catalog/lookup.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { parseJson } from "../text/find-json.js";
import { findCode } from "./find-code.js";
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
  const found =
    findCode(asked) ??
    findNamed(asked) ??
    findResponse(asked) ??
    findWireText(asked) ??
    (await findSaid(asked, loadBundles)) ??
    findInText(asked);
  const isKnown = found?.failures.some(({ name }) => name !== "UNRECOGNIZED");
  return { asked, found, near: isKnown ? [] : findNear(codeOf(found) ?? asked) };
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
  const answer: Answer | undefined =
    typeof record === "object" && record !== null ? inRecord(record) : inText(asked, asked);
  const failures = answer === undefined ? [] : failuresOf(answer.result);
  return failures.length === 0 ? undefined : { way: "response", failures };
}

function inRecord(record: object): Answer | undefined {
  const found = findAnswer(record);
  return typeof found === "string" ? undefined : found;
}

/** The failures of a result, each kind of a batch's once; all that a shared code may mean. */
function failuresOf(result: Answer["result"]): readonly Failure[] {
  if (result.kind === "success") return [];
  if (result.kind === "error" && result.error.name === "UNRECOGNIZED") {
    const candidates = result.error.candidates.flatMap((name) => entryNamed(name) ?? []);
    return candidates.length > 0 ? candidates.map((entry) => toFailure(entry)) : [result.error];
  }
  if (result.kind !== "batch") return [result.error];
  const failures = result.items.flatMap((item) => (item.kind === "success" ? [] : [item.error]));
  return [...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values()];
}

/** Only a sentence is looked for in every language: reading them all takes time. */
async function findSaid(asked: string, loadBundles: LoadBundles): Promise<Found | undefined> {
  if (!/\s|[\u0250-\uffff]/.test(asked)) return undefined;
  return findTranslation(asked, await loadBundles());
}
