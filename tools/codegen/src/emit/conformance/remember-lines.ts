import type { ErrorEntry, Manifest } from "../../catalog/catalog.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import type { Reading } from "./expected-error.js";

/** A line of a generated file, by which it is sorted and what it says. */
export type Line = readonly [id: string, text: string];

/** Sorted lines, between which no other line comes. */
export interface Lines {
  /** The id of the first line, by which they are sorted. */
  readonly id: string;
  readonly text: string;
}

/** Lines, and all that was read of the catalog for them. */
interface KnownLines extends Lines {
  readonly bearers: ReadonlyMap<string | number, readonly ErrorEntry[]>;
  readonly shared: ReadonlyMap<string | number, boolean>;
}

/**
 * Remembers the lines that a function prints of one thing, such as an error, until something
 * changes that it read of the catalog. Most edits change a few errors, and the lines of those
 * alone.
 */
export function rememberLines<Subject extends object>(
  print: (subject: Subject, reading: Reading) => Iterable<Line>,
): (subject: Subject, reading: Reading) => Lines {
  const knownIn = memoizeByObject((_: Manifest) => new WeakMap<Subject, KnownLines>());
  return (subject, reading) => {
    const known = knownIn(reading.manifest);
    const last = known.get(subject);
    if (last !== undefined && isCurrent(last, reading)) return last;
    const { manifest } = reading;
    const bearers = new Map<string | number, readonly ErrorEntry[]>();
    const shared = new Map<string | number, boolean>();
    const lines = print(subject, {
      manifest,
      bearersOf(code) {
        const found = reading.bearersOf(code);
        bearers.set(code, found);
        return found;
      },
      isShared(code) {
        const found = reading.isShared(code);
        shared.set(code, found);
        return found;
      },
    });
    const printed = { ...sortLines(lines), bearers, shared };
    known.set(subject, printed);
    return printed;
  };
}

function sortLines(lines: Iterable<Line>): Lines {
  const texts = new Map(lines);
  const ids = [...texts.keys()].sort();
  return { id: ids[0] ?? "", text: ids.map((id) => `${texts.get(id)}\n`).join("") };
}

function isCurrent({ bearers, shared }: KnownLines, reading: Reading): boolean {
  return (
    [...bearers].every(([code, before]) => areSame(before, reading.bearersOf(code))) &&
    [...shared].every(([code, before]) => before === reading.isShared(code))
  );
}

function areSame(before: readonly ErrorEntry[], after: readonly ErrorEntry[]): boolean {
  return (
    before === after ||
    (before.length === after.length && before.every((entry, index) => entry === after[index]))
  );
}
