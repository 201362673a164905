import { groupBy } from "../std/group-by.js";
import { indexNumberRanges, type NumberRanges } from "./number-ranges.js";
import { numbersAtEnd, type Span } from "./range.js";

/** An index that finds which of many sets has a text, without asking each. */
export interface SpanIndex {
  /** The position of the first set that has a text. */
  find(text: string): number | undefined;
}

/** Indexes a list of sets. */
export function indexSpans(spans: readonly Span[]): SpanIndex {
  const { texts, prefixes, numbers } = sortOut(spans);
  const lengths = lengthsOf(prefixes.keys());
  return {
    find(text) {
      const found = [
        texts.get(text),
        ...beginningsOf(text, lengths).map((beginning) => prefixes.get(beginning)),
        ...numbersAtEnd(text).map(({ prefix, value }) => numbers.get(prefix)?.find(value)),
      ];
      return least(found);
    },
  };
}

/** Returns a function that finds the first of some items whose set has a text. */
export function createSpanFinder<Item extends { readonly span: Span }>(
  items: readonly Item[],
): (text: string) => Item | undefined {
  const { find } = indexSpans(items.map(({ span }) => span));
  return (text) => items[find(text) ?? -1];
}

/**
 * Finds the sets that have a text in common with an earlier one of their list: for the position of
 * each, that of one of them.
 */
export function findOverlaps(spans: readonly Span[]): ReadonlyMap<number, number> {
  const { texts, prefixes, numbers } = sortOut(spans);
  const lengths = lengthsOf(prefixes.keys());
  const extensions = firstExtensions(spans, lengths);
  const findFirst = (span: Span, position: number) => {
    const start = startOf(span);
    const around = beginningsOf(start, lengths).map((beginning) => prefixes.get(beginning));
    if (span.kind === "text") return least([...around, texts.get(start)]);
    if (span.kind === "prefix") return least([...around, extensions.get(start)]);
    return least([...around, numbers.get(start)?.overlaps.get(position)]);
  };
  const overlaps = new Map<number, number>();
  for (const [position, span] of spans.entries()) {
    const other = findFirst(span, position);
    if (other !== undefined && other < position) overlaps.set(position, other);
  }
  return overlaps;
}

/** The position of the first set whose texts begin with each text of some lengths. */
function firstExtensions(
  spans: readonly Span[],
  lengths: readonly number[],
): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [position, span] of spans.entries())
    for (const beginning of beginningsOf(startOf(span), lengths))
      if (!first.has(beginning)) first.set(beginning, position);
  return first;
}

/** The sets of each kind: the position of the first with a text or prefix, and ranges by prefix. */
interface Sorted {
  readonly texts: ReadonlyMap<string, number>;
  readonly prefixes: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, NumberRanges>;
}

function sortOut(spans: readonly Span[]): Sorted {
  const positions = (kind: Span["kind"]) =>
    [...spans.entries()].filter(([, span]) => span.kind === kind).reverse();
  const ranges = [...spans.entries()].flatMap(([position, span]) =>
    span.kind === "numbers" ? [{ ...span, position }] : [],
  );
  return {
    texts: new Map(positions("text").map(([position, span]) => [startOf(span), position])),
    prefixes: new Map(positions("prefix").map(([position, span]) => [startOf(span), position])),
    numbers: new Map(
      [...groupBy(ranges, ({ prefix }) => prefix)].map(([prefix, group]) => [
        prefix,
        indexNumberRanges(group),
      ]),
    ),
  };
}

/** Returns the beginning of every text of a set. */
function startOf(span: Span): string {
  return span.kind === "text" ? span.text : span.prefix;
}

function lengthsOf(texts: Iterable<string>): readonly number[] {
  return [...new Set([...texts].map(({ length }) => length))];
}

function beginningsOf(text: string, lengths: readonly number[]): readonly string[] {
  return lengths.filter((length) => length <= text.length).map((length) => text.slice(0, length));
}

function least(positions: readonly (number | undefined)[]): number | undefined {
  return positions.reduce(
    (one, other) => (one === undefined || (other !== undefined && other < one) ? other : one),
    undefined,
  );
}
