import { type FoundMap, type NodePath, statusIn } from "./tree-node.js";

/**
 * The component that a place is in, by its path: `components/schemas/Error`, or
 * `definitions/Error`.
 */
type Component = string;

/**
 * The components that a document refers to: from other components, and from the responses of a
 * status.
 */
interface Usage {
  readonly references: Map<Component, Set<Component>>;
  readonly statuses: Map<Component, Set<number>>;
}

/**
 * Finds the HTTP status of an error by the responses that use its schema, directly or through other
 * components. Undefined if responses of several statuses use it, or none.
 */
export function findStatuses(maps: readonly FoundMap[]): (path: NodePath) => number | undefined {
  const usage = collectUsage(maps);
  propagateStatuses(usage);
  return (path) => {
    const used = [...(usage.statuses.get(componentOf(path)) ?? [])];
    return statusIn(path) ?? (used.length === 1 ? used[0] : undefined);
  };
}

function collectUsage(maps: readonly FoundMap[]): Usage {
  const usage: Usage = { references: new Map(), statuses: new Map() };
  for (const { node, path } of maps) {
    const reference = node.get("$ref");
    if (typeof reference === "string") addReference(usage, path, reference);
  }
  return usage;
}

function addReference({ references, statuses }: Usage, path: NodePath, reference: string): void {
  const target = componentOf(reference.replace(/^#\//, "").split("/"));
  const status = statusIn(path);
  if (status !== undefined) add(statuses, target, status);
  else add(references, componentOf(path), target);
}

/** A component is used wherever a component that refers to it is used. */
function propagateStatuses({ references, statuses }: Usage): void {
  const pending = [...statuses.keys()];
  for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
    for (const to of references.get(from) ?? []) {
      const before = statuses.get(to)?.size ?? 0;
      for (const status of statuses.get(from) ?? []) add(statuses, to, status);
      if ((statuses.get(to)?.size ?? 0) > before) pending.push(to);
    }
  }
}

function componentOf(path: NodePath): Component {
  return path.slice(0, path[0] === "components" ? 3 : 2).join("/");
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
