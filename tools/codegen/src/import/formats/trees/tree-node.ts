import { isMap, isPair, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import { walkTree } from "../../../std/walk-tree.js";
import type { LineOf } from "../rows/line-finder.js";

/** No error has more members. */
export const MAX_MEMBERS = 50;

/** The keys that lead to a node, including the indexes of lists. */
export type NodePath = readonly string[];

/** An object of the document, and its path. */
export interface FoundMap {
  readonly node: YAMLMap;
  readonly path: NodePath;
}

/** Every object in a document. */
export function mapsOf(root: unknown): FoundMap[] {
  const found: FoundMap[] = [];
  for (const { node, path } of walkTree<FoundNode>({ node: root, path: [] }, childrenOf)) {
    if (isMap(node)) found.push({ node, path });
  }
  return found;
}

/** A node of the document, and its path. */
export interface FoundNode {
  readonly node: unknown;
  readonly path: NodePath;
}

/** The name of a member of an object. */
export function nameOf({ key }: { readonly key: unknown }): string {
  return String(isScalar(key) ? key.value : key);
}

/** The values of an object, or the items of a list. */
export function childrenOf({ node, path }: FoundNode): FoundNode[] {
  if (isMap(node))
    return node.items.map((pair) => ({ node: pair.value, path: [...path, nameOf(pair)] }));
  if (!isSeq(node)) return [];
  return node.items.map((item, index) => ({
    node: isPair(item) ? item.value : item,
    path: [...path, String(index)],
  }));
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

/** The error code in a scalar, as written: a number would lose its leading zeros. */
export function codeOf({ value, source }: Scalar): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" ? (source ?? String(value)) : undefined;
}

/** Whether a scalar is a number with more than digits: an API sends it in another form. */
export function isOddNumber({ value, source = "" }: Scalar): boolean {
  return typeof value === "number" && !/^-?\d+$/.test(source);
}

/** The HTTP status of the error response that a path is in. No error has a status below 400. */
export function statusIn(path: NodePath): number | undefined {
  const found = path.find(
    (key, index) => path[index - 1] === "responses" && /^[45]\d\d$/.test(key),
  );
  return found === undefined ? undefined : Number(found);
}
