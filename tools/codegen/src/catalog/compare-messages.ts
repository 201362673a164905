import { groupBy } from "../std/group-by.js";
import { literalLength } from "./literal-length.js";
import { literalsAmong, quoteForms, withoutFinalStop } from "./template.js";

/**
 * No error table needs a hundredth of this; without a limit, a hostile one takes quadratic time.
 */
const MAX_COMPARISONS = 3_000_000;

/** Comparing so many characters takes as long as comparing two places. */
const CHARACTERS = 200;

/** Callbacks for messages that have a text in common. */
interface Comparison {
  /** Whether it matters if messages of two items have one; the items by their places. */
  isWanted(earlier: number, later: number): boolean;
  visit(one: Candidate, other: Candidate): void;
}

/**
 * Compares the messages of items, each of which has one or more, and visits every two forms of
 * messages of different items that some text fits, by the rule that response texts are matched by.
 * Returns false if too many messages begin alike to be compared.
 */
export function compareMessages(
  items: readonly (readonly string[])[],
  { isWanted, visit }: Comparison,
): boolean {
  const candidates = items.flatMap((messages, owner) => candidatesOf(messages, owner));
  const near = indexByLead(candidates);
  let comparisons = 0;
  for (const one of candidates) {
    for (const other of near(one)) {
      comparisons += 1;
      if (comparisons > MAX_COMPARISONS) return false;
      const [earlier, later] = [Math.min(one.owner, other.owner), Math.max(one.owner, other.owner)];
      if (earlier === later || !isWanted(earlier, later) || !haveCommonText(one, other)) continue;
      comparisons += (one.length + other.length) / CHARACTERS;
      visit(one, other);
    }
  }
  return true;
}

/** The literals of a form of a message: some text stands between each two of them. */
export type Form = readonly string[];

/** Returns each form of a message: with and without quotation marks and the final full stop. */
export function formsOf(message: string): Form[] {
  return stoplessForms(message).flatMap((form) => [
    form,
    [...form.slice(0, -1), `${form.at(-1)}.`],
  ]);
}

/** Returns the forms of a message without the final full stop. */
export function stoplessForms(message: string): Form[] {
  return quoteForms(message).map((pieces) => {
    const literals = literalsAmong(pieces);
    return [...literals.slice(0, -1), withoutFinalStop(literals.at(-1) ?? "")];
  });
}

/** A form, and the item that it is of. */
export interface Candidate {
  readonly owner: number;
  /** The item is tried before others that have less. */
  readonly literalLength: number;
  /** All forms of the message that this is a form of. */
  readonly forms: readonly Form[];
  /** The length of the message. */
  readonly length: number;
  readonly form: Form;
  /** The beginning of each text of the form. */
  readonly lead: string;
  readonly isLiteral: boolean;
}

function candidatesOf(messages: readonly string[], owner: number): Candidate[] {
  const length = literalLength(messages);
  return messages.flatMap((message) => {
    const forms = formsOf(message);
    return forms.map((form) => ({
      owner,
      literalLength: length,
      forms,
      length: message.length,
      form,
      lead: form[0] ?? "",
      isLiteral: form.length === 1,
    }));
  });
}

/**
 * Returns a function that finds the candidates to compare with one. A text that fits both begins
 * with both leads, so one lead begins with the other: each pair is found from the longer lead.
 */
function indexByLead(
  candidates: readonly Candidate[],
): (candidate: Candidate) => Generator<Candidate> {
  const byLead = (isLiteral: boolean) =>
    groupBy(
      candidates.filter((candidate) => candidate.isLiteral === isLiteral),
      ({ lead }) => lead,
    );
  const [literals, templates] = [byLead(true), byLead(false)];
  const lengths = [...new Set([...templates.keys()].map((lead) => lead.length))];
  return function* near({ lead, isLiteral }) {
    if (isLiteral) yield* literals.get(lead) ?? [];
    for (const length of lengths) {
      if (length <= lead.length) yield* templates.get(lead.slice(0, length)) ?? [];
    }
  };
}

/** Whether a text fits two candidates of which `near` finds the other from the first. */
function haveCommonText(one: Candidate, other: Candidate): boolean {
  if (one.isLiteral) return other.isLiteral || fits(one.lead, other.form);
  // Both leads, all that is between, and both tails make a text of both, as a placeholder takes
  // any.
  const [end, otherEnd] = [one.form.at(-1) ?? "", other.form.at(-1) ?? ""];
  return end.endsWith(otherEnd) || otherEnd.endsWith(end);
}

/** Whether a text has the literals of a form in their order, with text between each two. */
export function fits(text: string, form: Form): boolean {
  if (form.length === 1) return text === form[0];
  const [lead = "", tail = ""] = [form[0], form.at(-1)];
  if (!text.startsWith(lead) || !text.endsWith(tail)) return false;
  let from = lead.length + 1;
  for (const literal of form.slice(1, -1)) {
    const at = text.indexOf(literal, from);
    if (at < 0) return false;
    from = at + literal.length + 1;
  }
  return text.length - tail.length >= from;
}
