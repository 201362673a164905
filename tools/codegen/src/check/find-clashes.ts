import { quoteForms } from "../catalog/template.js";
import { groupBy } from "../std/group-by.js";

/** Two items that a text can match both, by their indexes. */
export interface Clash {
  readonly earlier: number;
  readonly later: number;
}

/**
 * Finds the pairs of items that one response text can match both. Each item has one or more
 * messages. The pairs are sorted by the later item, then by the earlier one.
 */
export function findClashes(items: readonly (readonly string[])[]): readonly Clash[] {
  const candidates = items.flatMap((messages, owner) =>
    messages.flatMap(wirePatterns).map((pattern) => candidateOf(pattern, owner)),
  );
  const literals = groupBy(
    candidates.filter(({ isLiteral }) => isLiteral),
    ({ lead }) => lead,
  );
  const templates = groupBy(
    candidates.filter(({ isLiteral }) => !isLiteral),
    ({ lead }) => lead,
  );
  const lengths = [...new Set([...templates.keys()].map((lead) => lead.length))];
  const found = new Map<string, Clash>();
  for (const one of candidates) {
    // A text that matches both begins with both leads, so one lead begins with the other.
    const near = [
      literals.get(one.lead) ?? [],
      ...lengths
        .filter((length) => length <= one.lead.length)
        .map((length) => templates.get(one.lead.slice(0, length)) ?? []),
    ];
    for (const other of near.flat()) {
      const clash = clashOf(one.owner, other.owner);
      const key = `${clash.earlier} ${clash.later}`;
      if (one.owner === other.owner || found.has(key) || !areNear(one.tail, other.tail)) continue;
      if (patternsIntersect(one.pattern, other.pattern)) found.set(key, clash);
    }
  }
  return [...found.values()].sort((a, b) => a.later - b.later || a.earlier - b.earlier);
}

/** A form of a message. Most forms differ in the literals that each text begins and ends with. */
interface Candidate {
  readonly owner: number;
  readonly pattern: Pattern;
  readonly lead: string;
  readonly tail: string;
  readonly isLiteral: boolean;
}

function candidateOf(pattern: Pattern, owner: number): Candidate {
  const [first, last] = [pattern.indexOf(null), pattern.lastIndexOf(null)];
  const isLiteral = first < 0;
  const lead = pattern.slice(0, isLiteral ? pattern.length : first).join("");
  return { owner, pattern, lead, tail: pattern.slice(last + 1).join(""), isLiteral };
}

function clashOf(one: number, other: number): Clash {
  return { earlier: Math.min(one, other), later: Math.max(one, other) };
}

/** Whether a text can end with both. */
function areNear(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

/** A character, or `null` for any one character followed by any number more. */
type Pattern = readonly (string | null)[];

function wirePatterns(message: string): Pattern[] {
  return quoteForms(message).flatMap((form) => {
    const pattern = form.flatMap((piece, index) => (index % 2 === 0 ? [...piece] : [null]));
    const bare = pattern.at(-1) === "." ? pattern.slice(0, -1) : pattern;
    return [bare, [...bare, "."]];
  });
}

/** Whether two patterns have a text in common: reachability in the product of the two automata. */
function patternsIntersect(a: Pattern, b: Pattern): boolean {
  const width = b.length * 2 + 1;
  const seen = new Set<number>([0]);
  const pending = [0];
  // A state is twice the position in the pattern, and one more in a placeholder that has its first
  // character.
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    const [left, right] = [Math.floor(state / width), state % width];
    if (accepts(a, left) && accepts(b, right)) return true;
    for (const [nextLeft, nextRight] of sharedSteps(steps(a, left), steps(b, right))) {
      const next = nextLeft * width + nextRight;
      if (seen.has(next)) continue;
      seen.add(next);
      pending.push(next);
    }
  }
  return false;
}

const accepts = (pattern: Pattern, state: number) => Math.ceil(state / 2) === pattern.length;

/** A character that a pattern can read, or `null` for any, and the state that follows. */
type Step = readonly [character: string | null, next: number];

/** The states that follow where two patterns can read the same character. */
function* sharedSteps(
  left: readonly Step[],
  right: readonly Step[],
): Generator<readonly [left: number, right: number]> {
  for (const [one, nextLeft] of left) {
    for (const [other, nextRight] of right) {
      if (one === null || other === null || one === other) yield [nextLeft, nextRight];
    }
  }
}

/** The steps that a pattern can take in a state. */
function steps(pattern: Pattern, state: number): readonly Step[] {
  const place = state >> 1;
  const out: Step[] = [];
  const inside = state % 2 === 1;
  if (inside) out.push([null, state]);
  const at = inside ? place + 1 : place;
  const token = pattern[at];
  if (token === undefined) return out;
  out.push(token === null ? [null, at * 2 + 1] : [token, (at + 1) * 2]);
  return out;
}
