import { isMap, isPair, isScalar, isSeq, type Node, type YAMLMap } from "yaml";

/** The keys that lead to a node, list indexes among them. */
export type NodePath = readonly string[];

/** An object of the document and where it stands. */
export interface FoundMap {
  readonly node: YAMLMap;
  readonly path: NodePath;
}

/** The line of an offset, counted from 1. */
export type LineOf = (offset: number) => number;

/** Every object in a document; without recursion, as a hostile one is nested deep. */
export function mapsOf(root: unknown): FoundMap[] {
  const found: FoundMap[] = [];
  const pending: { node: unknown; path: NodePath }[] = [{ node: root, path: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, path } = next;
    if (isMap(node)) found.push({ node, path });
    const items: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : [];
    for (const [index, item] of [...items.entries()].reverse()) {
      const key = isPair(item)
        ? String(isScalar(item.key) ? item.key.value : item.key)
        : String(index);
      pending.push({ node: isPair(item) ? item.value : item, path: [...path, key] });
    }
  }
  return found;
}

/** The first and the last line of nodes. */
export function linesOf(
  nodes: readonly Node[],
  lineOf: LineOf,
): { readonly line: number; readonly lastLine: number } {
  const lines = nodes.flatMap(({ range }) => {
    const [start, end] = range ?? [0, 0];
    return [lineOf(start), lineOf(Math.max(start, end - 1))];
  });
  return { line: Math.min(...lines), lastLine: Math.max(...lines) };
}

/** The HTTP status of the response that a place is in. */
export function statusIn(path: NodePath): number | undefined {
  const found = path.find(
    (key, index) => path[index - 1] === "responses" && /^[1-5]\d\d$/.test(key),
  );
  return found === undefined ? undefined : Number(found);
}
