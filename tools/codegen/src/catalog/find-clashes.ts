import { type Candidate, compareMessages, fits } from "./compare-messages.js";

/**
 * The kinds of clashes, the worst last. `inside`: each text of one fits the other too, which is
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
 * Finds each item of which some text fits an earlier item too, by the rule that response texts are
 * matched by. Each item has one or more messages.
 */
export function findClashes(items: readonly (readonly string[])[]): Clashes {
  const worst = new Map<number, Clash>();
  const isComplete = compareMessages(items, {
    // Messages that the same texts fit have the same leads, so the first of them was found first.
    isWanted: (_, later) => worst.get(later)?.kind !== "same",
    visit(one, other) {
      const [earlier, later] = [Math.min(one.owner, other.owner), Math.max(one.owner, other.owner)];
      const known = worst.get(later);
      const clash = { earlier, later, kind: kindOf(one, other) };
      if (known === undefined || isWorse(clash, known)) worst.set(later, clash);
    },
  });
  return { clashes: [...worst.values()].sort((a, b) => a.later - b.later), isComplete };
}

function isWorse(one: Clash, other: Clash): boolean {
  const difference = WORST.indexOf(one.kind) - WORST.indexOf(other.kind);
  return difference > 0 || (difference === 0 && one.earlier < other.earlier);
}

/** Returns the kind of clash of two messages that have a text in common. */
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
    return other.forms.some((around) => fits(text, around));
  });
}
