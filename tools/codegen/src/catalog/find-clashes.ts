import { groupBy } from "../std/group-by.js";
import { literalLength } from "./literal-length.js";
import { quoteForms } from "./template.js";

/**
 * How two things clash, the worst last. `inside`: each text of one fits the other too, which is
 * tried later, as it has less literal text. `crossing`: some texts fit both. `same`: every text
 * does.
 */
export type ClashKind = "inside" | "crossing" | "same";

const WORST: readonly ClashKind[] = ["inside", "crossing", "same"];

/** Two of several things whose texts clash, by their places in the list. */
interface Clash {
  readonly earlier: number;
  readonly later: number;
  readonly kind: ClashKind;
}

/** The clashes in a list. */
export interface Clashes {
  /**
   * For each item that clashes with earlier ones, the first of those that it clashes with worst; in
   * the order of the list.
   */
  readonly clashes: readonly Clash[];
  /** False where too many messages begin alike to be compared. */
  readonly isComplete: boolean;
}

/**
 * No error table needs a hundredth of this; without a limit, a hostile one takes quadratic time.
 */
const MAX_COMPARISONS = 3_000_000;

/** Comparing so many characters takes as long as comparing two places. */
const CHARACTERS = 200;

/**
 * Finds each item of which some text fits an earlier item too, by the rule that response texts are
 * matched by. Each item has one or more messages.
 */
export function findClashes(items: readonly (readonly string[])[]): Clashes {
  const candidates = items.flatMap((messages, owner) => candidatesOf(messages, owner));
  const near = indexByLead(candidates);
  const worst = new Map<number, Clash>();
  let comparisons = 0;
  for (const one of candidates) {
    for (const other of near(one)) {
      comparisons += 1;
      if (comparisons > MAX_COMPARISONS) return { clashes: inOrder(worst), isComplete: false };
      const [earlier, later] = [Math.min(one.owner, other.owner), Math.max(one.owner, other.owner)];
      const known = worst.get(later);
      if (earlier === later || isSettled(known, earlier) || !haveCommonText(one, other)) continue;
      comparisons += (one.length + other.length) / CHARACTERS;
      const clash = { earlier, later, kind: kindOf(one, other) };
      if (known === undefined || isWorse(clash, known)) worst.set(later, clash);
    }
  }
  return { clashes: inOrder(worst), isComplete: true };
}

/** Whether no clash with an earlier item can be worse than a known one. */
function isSettled(known: Clash | undefined, earlier: number): boolean {
  return known?.kind === "same" && known.earlier <= earlier;
}

function isWorse(one: Clash, other: Clash): boolean {
  const difference = WORST.indexOf(one.kind) - WORST.indexOf(other.kind);
  return difference > 0 || (difference === 0 && one.earlier < other.earlier);
}

function inOrder(worst: ReadonlyMap<number, Clash>): Clash[] {
  return [...worst.values()].sort((a, b) => a.later - b.later);
}

/** The literals of a form of a message: some text stands between each two of them. */
type Form = readonly string[];

/** Each form of a message: with and without quotation marks and the final full stop. */
function formsOf(message: string): Form[] {
  return quoteForms(message).flatMap((pieces) => {
    const literals = pieces.filter((_, index) => index % 2 === 0);
    const last = literals.pop() ?? "";
    const bare = last.endsWith(".") ? last.slice(0, -1) : last;
    return [
      [...literals, bare],
      [...literals, `${bare}.`],
    ];
  });
}

/** A form, and the item that it is of. */
interface Candidate {
  readonly owner: number;
  /** The item is tried before others that have less. */
  readonly literalLength: number;
  /** All forms of the message that this is a form of. */
  readonly forms: readonly Form[];
  /** The length of the message. */
  readonly length: number;
  readonly form: Form;
  /** What each text of the form begins with. */
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

/** How two messages clash that have a text in common. */
function kindOf(one: Candidate, other: Candidate): ClashKind {
  const [isInside, isAround] = [isWithin(one, other), isWithin(other, one)];
  if (isInside && isAround) return "same";
  const difference = one.literalLength - other.literalLength;
  return (isInside && difference > 0) || (isAround && difference < 0) ? "inside" : "crossing";
}

/** Whether each text of one message fits the other. */
function isWithin(one: Candidate, other: Candidate): boolean {
  return one.forms.every((form) => {
    const text = form.join("\u0000");
    return other.forms.some((around) =>
      around.length === 1 ? form.length === 1 && around[0] === text : fits(text, around),
    );
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
  return function* near({ lead }) {
    yield* literals.get(lead) ?? [];
    for (const length of lengths) {
      if (length <= lead.length) yield* templates.get(lead.slice(0, length)) ?? [];
    }
  };
}

/** Whether a text fits both; the lead of `one` begins with that of `other`. */
function haveCommonText(one: Candidate, other: Candidate): boolean {
  if (one.isLiteral) return other.isLiteral ? one.lead === other.lead : fits(one.lead, other.form);
  if (other.isLiteral) return fits(other.lead, one.form);
  // Both leads, all that is between, and both tails make a text of both, as a placeholder takes
  // any.
  const [end, otherEnd] = [one.form.at(-1) ?? "", other.form.at(-1) ?? ""];
  return end.endsWith(otherEnd) || otherEnd.endsWith(end);
}

/** Whether a text has the literals of a form in their order, with text between each two. */
function fits(text: string, form: Form): boolean {
  const [lead = "", tail = ""] = [form[0], form.at(-1)];
  if (!text.startsWith(lead) || !text.endsWith(tail)) return false;
  let from = lead.length + 1;
  for (const literal of form.slice(1, -1)) {
    const at = text.indexOf(literal, from);
    if (at < from) return false;
    from = at + literal.length + 1;
  }
  return text.length - tail.length >= from;
}
