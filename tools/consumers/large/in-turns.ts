/** The number of concurrent orders: with more, they time out because the machine is busy. */
const AT_ONCE = 25;

/** Runs a function for each item, so many at once, and returns the results in the items' order. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  const work = async () => {
    for (const [index, item] of rest) results[index] = await run(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
