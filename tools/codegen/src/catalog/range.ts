import { groupBy } from "../std/group-by.js";
import { lowerBound } from "../std/lower-bound.js";

/** The names and codes that a file of the catalog may hold, and its owner. */
export interface Range {
  /** The users, teams or addresses to ask, as CODEOWNERS writes them. */
  readonly owner: string | readonly string[];
  /** `2000..2999`, `E100..E199`, `order.*` or one code. Absent: any that no other file has. */
  readonly codes?: readonly string[];
  /** `ORDER_*` or one name. Absent: any that no other file has. */
  readonly names?: readonly string[];
}

/** A set of codes or names, as a part of a range describes it. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "prefix"; readonly prefix: string }
  | {
      readonly kind: "numbers";
      /** The beginning of every code: empty, a sign or letters. */
      readonly prefix: string;
      readonly first: number;
      readonly last: number;
      /** The least number of digits. */
      readonly width: number;
    };

/** The number at the end of a code, and what is before it. */
const NUMBERED = /^(.*?)([0-9]{1,15})$/;

/** Parses a part of a range; a text says what is wrong with it. */
export function parseSpan(text: string): Span | string {
  if (text.endsWith("*")) return { kind: "prefix", prefix: text.slice(0, -1) };
  const [from = "", to = from, ...more] = text.split("..");
  const [start, end] = [NUMBERED.exec(from), NUMBERED.exec(to)];
  if (from === to && start === null && more.length === 0) return { kind: "text", text };
  if (start === null || end === null || more.length > 0)
    return "both ends of a range must end in a number: 2000..2999";
  const [[, prefix = "", low = ""], [, other = "", high = ""]] = [start, end];
  if (prefix !== other) return "both ends of a range must begin alike: E100..E199";
  const [first, last] = [Number(low), Number(high)];
  // -1999..-1000 is in order too.
  const isInOrder = first <= last || prefix.endsWith("-");
  if (!isInOrder) return "the range ends before it begins";
  const [least, most] = first <= last ? [first, last] : [last, first];
  return {
    kind: "numbers",
    prefix,
    first: least,
    last: most,
    width: Math.min(low.length, high.length),
  };
}

/** The parts of a list that can be parsed. */
export function spansOf(texts: readonly string[] = []): readonly Span[] {
  return texts.map(parseSpan).filter((span) => typeof span !== "string");
}

/** A number at the end of a text, and what is before it. */
export interface EndNumber {
  readonly prefix: string;
  readonly value: number;
}

/** The number of digits that a number may have. */
const MAX_DIGITS = 15;

/** Returns each number that a text can be taken to end in: 12 and 2 of `E12`. */
export function numbersAtEnd(text: string): readonly EndNumber[] {
  const digits = /[0-9]*$/.exec(text.slice(-MAX_DIGITS))?.[0].length ?? 0;
  return Array.from({ length: digits }, (_, index) => {
    const at = text.length - index - 1;
    return { prefix: text.slice(0, at), value: Number(text.slice(at)) };
  });
}

/** The names of those who own a file. */
export function ownersOf({ owner }: Range): readonly string[] {
  return typeof owner === "string" ? [owner] : owner;
}

/** The ranges of a manifest, by file, in their order. */
export function rangesOf({
  ranges = {},
}: {
  readonly ranges?: Readonly<Record<string, Range>>;
}): readonly [string, Range][] {
  return Object.entries(ranges);
}

/** Returns the numbers that texts end in, in ascending order, by what is before them. */
export function numbersByPrefix(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const groups = groupBy(texts.flatMap(numbersAtEnd), ({ prefix }) => prefix);
  return new Map(
    [...groups].map(([prefix, group]) => {
      const values = new Set(group.map(({ value }) => value));
      return [prefix, [...values].sort((a, b) => a - b)];
    }),
  );
}

/**
 * Returns a function that returns the next code of a set of numbers that is not among the used
 * ones: the one after the highest, or else the lowest. Undefined if there is none.
 */
export function createNextCode(used: readonly string[]): (span: Span) => string | undefined {
  const numbers = numbersByPrefix(used);
  return (span) => {
    if (span.kind !== "numbers") return undefined;
    const { prefix, first, last, width } = span;
    const all = numbers.get(prefix) ?? [];
    const values = all.slice(lowerBound(all, first), lowerBound(all, last + 1));
    const highest = values.at(-1) ?? first - 1;
    const gap = values.findIndex((value, index) => value !== first + index);
    if (highest === last && gap < 0) return undefined;
    const next = highest < last ? highest + 1 : first + gap;
    return `${prefix}${String(next).padStart(width, "0")}`;
  };
}
