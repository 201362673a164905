import { hasHoles } from "../json-data.js";
import { membersOf, NO_MEMBERS } from "../members.js";

/**
 * A step into a body: the member of a name, each item of a list (`[]`), or each member whose name
 * begins and ends so (`["", "_response"]`).
 */
type Step = string | readonly [] | readonly [prefix: string, suffix: string];

/** A path into a body; without steps, it is the body itself. */
export type Path = readonly Step[];

/** A value of a body, and its place: names of members and indexes of items. */
export interface Located {
  readonly value: unknown;
  readonly place: readonly (string | number)[];
}

/** Returns every value at a path, in the order of the body. */
export function findValues({ value, place }: Located, path: Path): readonly Located[] {
  const [step, ...rest] = path;
  if (step === undefined) return [{ value, place }];
  return childrenAt(value, step).flatMap(([key, child]) =>
    findValues({ value: child, place: [...place, key] }, rest),
  );
}

function childrenAt(value: unknown, step: Step): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value) && step.length === 0 && typeof step !== "string")
    return hasHoles(value) ? [] : [...value.entries()];
  const members = membersOf(value) ?? NO_MEMBERS;
  if (typeof step === "string") return step in members ? [[step, members[step]]] : [];
  const [prefix = "", suffix = ""] = step;
  return Object.entries(members).filter(
    ([key]) =>
      step.length === 2 &&
      key.length >= prefix.length + suffix.length &&
      key.startsWith(prefix) &&
      key.endsWith(suffix),
  );
}
