import type { WirePath, WireStep } from "../../catalog/catalog.js";

/** A value of a body, and its place: names of members and indexes of items. */
export interface Located {
  readonly value: unknown;
  readonly place: readonly (string | number)[];
}

/** Returns every value at a path, in the order of the body. */
export function findValues(from: Located, path: WirePath): readonly Located[] {
  let found: readonly Located[] = [from];
  for (const step of path) found = found.flatMap((each) => childrenOf(each, step));
  return found;
}

function childrenOf({ value, place }: Located, step: WireStep): readonly Located[] {
  if (typeof value !== "object" || value === null) return [];
  const child = ([key, value]: readonly [string | number, unknown]) => ({
    value,
    place: [...place, key],
  });
  if (step.kind === "items") return Array.isArray(value) ? [...value.entries()].map(child) : [];
  if (Array.isArray(value)) return [];
  // Most steps are members, so these are found without a look at the others.
  if (step.kind === "member")
    return Object.hasOwn(value, step.name)
      ? [child([step.name, (value as Readonly<Record<string, unknown>>)[step.name]])]
      : [];
  const { prefix, suffix } = step;
  const isLongEnough = (key: string) => key.length >= prefix.length + suffix.length;
  return Object.entries(value)
    .filter(([key]) => key.startsWith(prefix) && key.endsWith(suffix) && isLongEnough(key))
    .map(child);
}
