import type { WirePath, WireStep } from "../../catalog/catalog.js";

/** A value of a body, and its place: names of members and indexes of items. */
export interface Located {
  readonly value: unknown;
  readonly place: readonly (string | number)[];
}

/** Returns every value at a path, in the order of the body. */
export function findValues({ value, place }: Located, path: WirePath): readonly Located[] {
  const [step, ...rest] = path;
  if (step === undefined) return [{ value, place }];
  return childrenAt(value, step).flatMap(([key, child]) =>
    findValues({ value: child, place: [...place, key] }, rest),
  );
}

function childrenAt(value: unknown, step: WireStep): [key: string | number, child: unknown][] {
  if (step.kind === "items") return Array.isArray(value) ? [...value.entries()] : [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const members = Object.entries(value);
  if (step.kind === "member") return members.filter(([key]) => key === step.name);
  const { prefix, suffix } = step;
  const isLongEnough = (key: string) => key.length >= prefix.length + suffix.length;
  return members.filter(
    ([key]) => key.startsWith(prefix) && key.endsWith(suffix) && isLongEnough(key),
  );
}
