/** Returns the index of the first of some ascending values that is not below a limit. */
export function lowerBound<Value extends string | number>(
  ascending: readonly Value[],
  limit: Value,
): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = ascending[middle];
    if (value !== undefined && value < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
