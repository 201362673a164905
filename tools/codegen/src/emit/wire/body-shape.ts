import { type ErrorPlaces, pathToErrors } from "../../catalog/wire.js";
import type { WirePath } from "../../catalog/wire-path.js";
import { writtenPlaces } from "../../catalog/written-places.js";

/** A body as it is written: members by name, a list of one item, or a leaf. */
export type BodyShape<Leaf> =
  | Leaf
  | readonly [BodyShape<Leaf>]
  | { readonly [name: string]: BodyShape<Leaf> };

/** Returns the body that has a value at a path. */
export function bodyAt<Leaf>(path: WirePath, value: BodyShape<Leaf>): BodyShape<Leaf> {
  return path.reduceRight<BodyShape<Leaf>>((inner, step) => {
    if (step.kind === "items") return [inner];
    if (step.kind === "member") return { [step.name]: inner };
    return { [`${step.prefix}${step.suffix}` || "error"]: inner };
  }, value);
}

/** Returns the body, or the item of a batch, that has a code and a text in their places. */
export function errorBodyAt<Leaf>(
  places: ErrorPlaces,
  { code, text }: { readonly code: Leaf; readonly text: Leaf },
): BodyShape<Leaf> {
  const own = writtenPlaces(places);
  const inner = mergeBodies<Leaf>(
    own.code === undefined ? {} : bodyAt(own.code, code),
    own.text === undefined ? {} : bodyAt(own.text, text),
  );
  return bodyAt(pathToErrors(places), inner);
}

/** Returns the body, or the item of a batch, of which one string is both the code and the text. */
export function textBodyAt<Leaf>(places: ErrorPlaces, text: Leaf): BodyShape<Leaf> {
  return bodyAt([...pathToErrors(places), ...(places.message[0] ?? [])], text);
}

/** Puts two bodies into one; of two values in one place, the first counts. */
export function mergeBodies<Leaf>(one: BodyShape<Leaf>, other: BodyShape<Leaf>): BodyShape<Leaf> {
  if (isList(one) && isList(other)) return [mergeBodies(one[0], other[0])];
  if (isMembers(one) && isMembers(other)) {
    const merged = Object.entries(one).map(([name, shape]) => {
      const rival = Object.hasOwn(other, name) ? other[name] : undefined;
      return [name, rival === undefined ? shape : mergeBodies(shape, rival)] as const;
    });
    const more = Object.entries(other).filter(([name]) => !Object.hasOwn(one, name));
    return Object.fromEntries([...merged, ...more]);
  }
  return isEmpty(one) ? other : one;
}

function isList<Leaf>(shape: BodyShape<Leaf>): shape is readonly [BodyShape<Leaf>] {
  return Array.isArray(shape);
}

function isMembers<Leaf>(
  shape: BodyShape<Leaf>,
): shape is { readonly [name: string]: BodyShape<Leaf> } {
  return typeof shape === "object" && shape !== null && !Array.isArray(shape);
}

function isEmpty<Leaf>(shape: BodyShape<Leaf>): boolean {
  return isMembers(shape) && Object.keys(shape).length === 0;
}
