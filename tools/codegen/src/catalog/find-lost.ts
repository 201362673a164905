import { groupBy } from "../std/group-by.js";
import type { Catalog } from "./catalog.js";
import { codesOf, type Entry, type ErrorEntry, isErrorEntry, wordingsOf } from "./entry.js";
import { findClashes } from "./find-clashes.js";
import { byLiteralText } from "./literal-length.js";
import { successorOf } from "./successor.js";
import { placeholdersOf } from "./template.js";

/** An error inside of a part, and one outside whose responses would be taken for it. */
export interface Lost {
  readonly inside: ErrorEntry;
  readonly outside: ErrorEntry;
}

/**
 * Finds the errors outside of a part whose responses a program would take for one inside: some text
 * fits both, and in the whole catalog the one outside gains. Or the one inside was renamed to it.
 */
export function findLost(
  { entries }: Pick<Catalog, "entries">,
  isInside: (entry: Entry) => boolean,
): readonly Lost[] {
  const errors = entries.filter(isErrorEntry);
  const bearers = errors.flatMap((entry) => codesOf(entry).map((code) => ({ code, entry })));
  const lost = [...groupBy(bearers, ({ code }) => code).values()].flatMap((group) => {
    if (group.length < 2) return [];
    const sharing = [...new Set(group.map(({ entry }) => entry))];
    const outside = sharing.filter((entry) => !isInside(entry));
    if (outside.length === 0) return [];
    return sharing
      .filter(isInside)
      .flatMap((inside) =>
        outside
          .filter((other) => isTakenFor(inside, other, entries))
          .map((other) => ({ inside, outside: other })),
      );
  });
  return [...new Map(lost.map((each) => [keyOf(each), each])).values()];
}

function keyOf({ inside, outside }: Lost): string {
  return `${inside.name} ${outside.name}`;
}

/** Whether a response of the one outside would be taken for the one inside. */
function isTakenFor(inside: ErrorEntry, outside: ErrorEntry, entries: readonly Entry[]): boolean {
  const successor = successorOf(inside, entries);
  if (successor !== undefined) return successor === outside.name;
  if (successorOf(outside, entries) !== undefined || !mayClash(inside, outside)) return false;
  const [, strongest] = byLiteralText(inOrder(inside, outside, entries));
  return (
    strongest === outside &&
    findClashes([wordingsOf(inside), wordingsOf(outside)]).clashes.length > 0
  );
}

/** Texts without placeholders fit nothing else. */
function mayClash(one: ErrorEntry, other: ErrorEntry): boolean {
  const isTemplate = (text: string) => placeholdersOf(text).length > 0;
  const [texts, others] = [wordingsOf(one), wordingsOf(other)];
  return [...texts, ...others].some(isTemplate) || texts.some((text) => others.includes(text));
}

function inOrder(
  one: ErrorEntry,
  other: ErrorEntry,
  entries: readonly Entry[],
): readonly ErrorEntry[] {
  return entries.indexOf(one) < entries.indexOf(other) ? [one, other] : [other, one];
}
