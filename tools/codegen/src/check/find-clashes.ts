import { quoteForms } from "../catalog/template.js";
import { groupBy } from "../std/group-by.js";

/** Two of several things whose texts clash, by their places in the list. */
interface Clash {
  readonly earlier: number;
  readonly later: number;
}

/** The clashes in a list. */
export interface Clashes {
  /** For each item that clashes with earlier ones, the first of those; in the order of the list. */
  readonly clashes: readonly Clash[];
  /** False where too many messages begin alike to be compared. */
  readonly isComplete: boolean;
}

/**
 * No error table needs a hundredth of this; without a limit, a hostile one takes quadratic time.
 */
const MAX_COMPARISONS = 3_000_000;

/**
 * Finds each item of which some text fits an earlier item too, by the rule that response texts are
 * matched by. Each item has one or more messages.
 */
export function findClashes(items: readonly (readonly string[])[]): Clashes {
  const candidates = items.flatMap((messages, owner) =>
    messages.flatMap(formsOf).map((form) => candidateOf(form, owner)),
  );
  const near = indexByLead(candidates);
  const earliest = new Map<number, number>();
  let comparisons = 0;
  for (const one of candidates) {
    for (const other of near(one)) {
      comparisons += 1;
      if (comparisons > MAX_COMPARISONS) return { clashes: toClashes(earliest), isComplete: false };
      const [earlier, later] = [Math.min(one.owner, other.owner), Math.max(one.owner, other.owner)];
      if (earlier >= (earliest.get(later) ?? later)) continue;
      if (haveCommonText(one, other)) earliest.set(later, earlier);
    }
  }
  return { clashes: toClashes(earliest), isComplete: true };
}

function toClashes(earliest: ReadonlyMap<number, number>): Clash[] {
  const clashes = [...earliest].map(([later, earlier]) => ({ earlier, later }));
  return clashes.sort((a, b) => a.later - b.later);
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
  readonly form: Form;
  /** What each text of the form begins with. */
  readonly lead: string;
  readonly isLiteral: boolean;
}

function candidateOf(form: Form, owner: number): Candidate {
  return { owner, form, lead: form[0] ?? "", isLiteral: form.length === 1 };
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
