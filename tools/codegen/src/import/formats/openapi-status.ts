import { type NodePath, statusIn } from "./openapi-node.js";

/**
 * Finds the HTTP status of an error by where its schema is used: inside the responses of one status, or referred to by
 * them alone, however many references lie between. Undefined where several use it, or none.
 */
export function statusesOf(document: unknown): (path: NodePath) => number | undefined {
  const references = new Map<string, Set<string>>();
  const statuses = new Map<string, Set<number>>();
  const pending: { value: unknown; path: NodePath }[] = [{ value: document, path: [] }];
  const seen = new Set<unknown>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      if (key === "$ref" && typeof inner === "string") {
        const target = componentOf(inner.replace(/^#\//, "").split("/"));
        const status = statusIn(path);
        if (status !== undefined) add(statuses, target, status);
        else add(references, componentOf(path), target);
      } else pending.push({ value: inner, path: [...path, key] });
    }
  }
  spread(references, statuses);
  return (path) => {
    const own = statusIn(path);
    const used = [...(statuses.get(componentOf(path)) ?? [])];
    return own ?? (used.length === 1 ? used[0] : undefined);
  };
}

/** The component that a place is in: `components/schemas/Error`, or `definitions/Error`. */
function componentOf(path: NodePath): string {
  return path.slice(0, path[0] === "components" ? 3 : 2).join("/");
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** What a component refers to has its statuses too. */
function spread(
  references: ReadonlyMap<string, Set<string>>,
  statuses: Map<string, Set<number>>,
): void {
  const pending = [...statuses.keys()];
  for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
    for (const to of references.get(from) ?? []) {
      const before = statuses.get(to)?.size ?? 0;
      for (const status of statuses.get(from) ?? []) add(statuses, to, status);
      if ((statuses.get(to)?.size ?? 0) > before) pending.push(to);
    }
  }
}
