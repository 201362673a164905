import type { ErrorEntry } from "../../catalog/catalog.js";
import type { Reading } from "./expected-error.js";

/** A line of a generated file, by which it is sorted and what it says. */
export type Line = readonly [id: string, text: string];

/** The lines of an error, and all that was read of the catalog for them. */
interface KnownLines extends Pick<Reading, "manifest"> {
  readonly lines: readonly Line[];
  readonly bearers: ReadonlyMap<string | number, readonly ErrorEntry[]>;
  readonly shared: ReadonlyMap<string | number, boolean>;
}

/**
 * Remembers the lines that a function prints of an error, until something changes that it read of
 * the catalog. Most edits change a few errors, and the lines of those alone.
 */
export function rememberLines(
  print: (entry: ErrorEntry, reading: Reading) => readonly Line[],
): (entry: ErrorEntry, reading: Reading) => readonly Line[] {
  const known = new WeakMap<ErrorEntry, KnownLines>();
  return (entry, reading) => {
    const last = known.get(entry);
    if (last !== undefined && isCurrent(last, reading)) return last.lines;
    const { manifest } = reading;
    const bearers = new Map<string | number, readonly ErrorEntry[]>();
    const shared = new Map<string | number, boolean>();
    const lines = print(entry, {
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
    known.set(entry, { manifest, bearers, shared, lines });
    return lines;
  };
}

function isCurrent({ manifest, bearers, shared }: KnownLines, reading: Reading): boolean {
  return (
    manifest === reading.manifest &&
    [...bearers].every(([code, before]) => areSame(before, reading.bearersOf(code))) &&
    [...shared].every(([code, before]) => before === reading.isShared(code))
  );
}

function areSame(before: readonly ErrorEntry[], after: readonly ErrorEntry[]): boolean {
  return before.length === after.length && before.every((entry, index) => entry === after[index]);
}
