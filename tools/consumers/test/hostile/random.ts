/** Random choices that a seed repeats. */
export interface Random {
  /** Returns an integer from 0 to below `limit`. */
  below(limit: number): number;
  /** Returns one of the items, of which there is at least one. */
  pick<Item>(items: readonly Item[]): Item;
}

/** Makes random choices from a seed: mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return { below, pick: (items) => items[below(items.length)] as (typeof items)[number] };
}
