import { lowerBound } from "../std/lower-bound.js";

/** A range of numbers, and its position in a list. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
  readonly position: number;
}

/** An index of the numbers of a list of ranges. */
export interface NumberRanges {
  /** The position of the first range of the list that has a number. */
  find(value: number): number | undefined;
  /** For the position of each range that overlaps earlier ones, that of one of them. */
  readonly overlaps: ReadonlyMap<number, number>;
}

/**
 * Indexes ranges in the order of their list. The ends of all ranges cut the numbers into pieces,
 * and each piece belongs to the first range that covers it, so that each is taken once.
 */
export function indexNumberRanges(ranges: readonly NumberRange[]): NumberRanges {
  const ends = ranges.flatMap(({ first, last }) => [first, last + 1]);
  const starts = [...new Set(ends)].sort((a, b) => a - b);
  const pieceAt = new Map(starts.map((start, piece) => [start, piece]));
  const owners = starts.map((): number | undefined => undefined);
  const free = createFree(starts.length);
  const overlaps = new Map<number, number>();
  for (const { first, last, position } of ranges) {
    const end = pieceAt.get(last + 1) ?? 0;
    let piece = pieceAt.get(first) ?? 0;
    while (piece < end) {
      const next = free.find(piece);
      const earlier = owners[piece];
      if (earlier !== undefined && !overlaps.has(position)) overlaps.set(position, earlier);
      if (next < end) {
        owners[next] = position;
        free.take(next);
      }
      piece = next + 1;
    }
  }
  return { find: (value) => owners[lowerBound(starts, value + 1) - 1], overlaps };
}

/** The pieces that are not taken: `find` returns the next one, from a piece on. */
function createFree(count: number) {
  const next = Array.from({ length: count + 1 }, (_, piece) => piece);
  const find = (from: number): number => {
    let found = from;
    while (next[found] !== found) found = next[found] ?? count;
    // The next time, each piece on the way leads to the end at once.
    for (let piece = from; piece !== found; ) {
      const following = next[piece] ?? count;
      next[piece] = found;
      piece = following;
    }
    return found;
  };
  const take = (piece: number) => {
    next[piece] = piece + 1;
  };
  return { find, take };
}
