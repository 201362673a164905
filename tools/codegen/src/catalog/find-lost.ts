import { groupBy } from "../std/group-by.js";
import { bearersByCode } from "./bearers.js";
import type { Catalog } from "./catalog.js";
import { compareMessages } from "./compare-messages.js";
import { type Entry, type ErrorEntry, isErrorEntry, wordingsOf } from "./entry.js";
import { literalLength } from "./literal-length.js";
import { successorOf } from "./successor.js";

/** An error inside of a part, and one outside whose responses would be taken for it. */
interface Lost {
  readonly inside: ErrorEntry;
  readonly outside: ErrorEntry;
}

/** The errors outside of a part that responses can no longer be told to be. */
export interface LostErrors {
  /** Each error outside once, in the order of the catalog, with the first one inside. */
  readonly lost: readonly Lost[];
  /** The codes that too many messages have which begin alike to be compared. */
  readonly uncompared: readonly string[];
}

/** Says of a code that it is one of the uncompared. */
export function describeUncompared(code: string): string {
  return `too many messages with the code ${JSON.stringify(code)} begin alike to be compared`;
}

/**
 * Finds the errors outside of a part whose responses a program would take for one inside: some text
 * fits both, and in the whole catalog the one outside gains. Or the one inside was renamed to it.
 */
export function findLost(
  { entries }: Pick<Catalog, "entries">,
  isInside: (entry: Entry) => boolean,
): LostErrors {
  const errors = entries.filter(isErrorEntry);
  const positions = new Map(errors.map((entry, position) => [entry, position]));
  const firsts = new Map<ErrorEntry, ErrorEntry>();
  const add = (inside: ErrorEntry, outside: ErrorEntry) => {
    const known = firsts.get(outside);
    const isFirst = known === undefined || positionOf(inside) < positionOf(known);
    if (isFirst) firsts.set(outside, inside);
  };
  const positionOf = (entry: ErrorEntry) => positions.get(entry) ?? 0;
  const uncompared: string[] = [];
  for (const [code, sharing] of bearersByCode(errors)) {
    if (sharing.length < 2 || sharing.every(isInside)) continue;
    const outside = groupBy(
      sharing.filter((entry) => !isInside(entry)),
      ({ name }) => name,
    );
    const present = sharing.filter((entry) => {
      const successor = successorOf(entry, entries);
      if (successor !== undefined && isInside(entry))
        for (const other of outside.get(successor) ?? []) add(entry, other);
      return successor === undefined;
    });
    if (!compareParts(present, isInside, add)) uncompared.push(code);
  }
  const lost = errors.flatMap((entry) => {
    const inside = firsts.get(entry);
    return inside === undefined ? [] : [{ inside, outside: entry }];
  });
  return { lost, uncompared };
}

/**
 * Adds each error inside that a response of a stronger one outside fits. Returns false if there are
 * too many to compare.
 */
function compareParts(
  sharing: readonly ErrorEntry[],
  isInside: (entry: Entry) => boolean,
  add: (inside: ErrorEntry, outside: ErrorEntry) => void,
): boolean {
  const items = sharing.map((entry) => {
    const wordings = wordingsOf(entry);
    return { entry, wordings, isIn: isInside(entry), literal: literalLength(wordings) };
  });
  // Of two with as much literal text, the first of the catalog gains.
  const gains = (one: number, other: number) => {
    const difference = (items[one]?.literal ?? 0) - (items[other]?.literal ?? 0);
    return difference > 0 || (difference === 0 && one < other);
  };
  return compareMessages(
    items.map(({ wordings }) => wordings),
    {
      isWanted: (one, other) =>
        items[one]?.isIn !== items[other]?.isIn && gains(one, other) !== items[one]?.isIn,
      visit(...both) {
        const [one, other] = both.map(({ owner }) => items[owner]);
        if (one === undefined || other === undefined) return;
        if (one.isIn) add(one.entry, other.entry);
        else add(other.entry, one.entry);
      },
    },
  );
}
