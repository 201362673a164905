/** Divides items into lists of some of them. */
export function* inParts<Item>(items: Iterable<Item>, size = 100): Generator<readonly Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
