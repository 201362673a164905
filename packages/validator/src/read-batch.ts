import type { BatchItem, BatchResult } from "./generated/types.js";

/**
 * Reads the items of a batch; undefined where none of them has a code. An item that cannot be read
 * has none, and the others are read all the same.
 */
export function readBatch(
  items: readonly unknown[],
  body: unknown,
  hasCode: (item: unknown) => boolean,
  readItem: (item: unknown, index: number) => BatchItem,
): BatchResult | undefined {
  const isCoded = (item: unknown) => {
    try {
      return hasCode(item);
    } catch {
      return false;
    }
  };
  if (!items.some(isCoded)) return undefined;
  const read: BatchItem[] = [];
  // Not `map`, which leaves holes out.
  for (let index = 0; index < items.length; index++) read.push(readItem(items[index], index));
  return { kind: "batch", items: read, body };
}
