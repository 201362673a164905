import { escapePattern } from "../std/escape-pattern.js";
import type { JsonSchema } from "./catalog.js";
import { type ErrorPlaces, pathToErrors, type Wire, type WireFlag } from "./wire.js";
import { hasOnlyNames, toSteps, type WirePath } from "./wire-path.js";

/** A JSON Schema, or `true` for any value. */
export type Condition = JsonSchema | true;

/** The codes of errors, in every form. */
export const ERROR_CODE: JsonSchema = { $ref: "#/$defs/WireErrorCode" };

/** Returns the schema of a value that has, at a path, at least one value of a schema. */
export function hasAt(path: WirePath, leaf: Condition): Condition {
  const [step, ...rest] = path;
  if (step === undefined) return leaf;
  const inner = hasAt(rest, leaf);
  if (step.kind === "items") return { type: "array", contains: inner };
  if (step.kind === "member")
    return {
      type: "object",
      required: [step.name],
      ...(inner !== true && { properties: { [step.name]: inner } }),
    };
  const pattern = `^${escapePattern(step.prefix)}[\\s\\S]*${escapePattern(step.suffix)}$`;
  // There is no keyword for it: not each of these members is something else.
  return { type: "object", not: { patternProperties: { [pattern]: { not: inner } } } };
}

/** Returns the schema of a value to which at least one of several applies; of none, no value. */
export function anyOf(conditions: readonly Condition[]): JsonSchema {
  // A list of no schemas is not valid.
  if (conditions.length === 0) return { not: {} };
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined && only !== true
    ? only
    : { anyOf: conditions };
}

/** Returns the schema of a body to which none of several applies. */
export function noneOf(conditions: readonly Condition[]): JsonSchema {
  return { not: anyOf(conditions) };
}

/** Returns the schema of a body that has a value of a schema where a code stands. */
export function hasCode(places: ErrorPlaces, leaf: Condition): JsonSchema {
  const errors = pathToErrors(places);
  return anyOf(places.code.map((path) => hasAt([...errors, ...path], leaf)));
}

/** Whether an error has one place, which names lead to, and its text too: then its type counts. */
export function hasPlainText({ error, isList, message }: ErrorPlaces): boolean {
  return !isList && hasOnlyNames([...error, ...(message[0] ?? [])]);
}

/** Returns the schemas of bodies that are not the API's, though nothing says that they failed. */
export function foreignSigns(places: ErrorPlaces): readonly Condition[] {
  const { error, isList, message } = places;
  const nothing = isList ? [{ type: "null" }, { type: "array", maxItems: 0 }] : [{ type: "null" }];
  return [
    hasAt([...pathToErrors(places), ...(message[0] ?? [])], { type: "string" }),
    ...(error.length > 0 ? [hasAt(error, noneOf(nothing))] : []),
    hasAt(toSteps(["status"]), { type: "number", minimum: 400 }),
  ];
}

/** Returns the schemas of bodies in which a member says that the request failed. */
export function failureSigns({ failed }: Wire): readonly Condition[] {
  return (failed?.members ?? []).map(({ path, values }) => hasAt(toSteps(path), { enum: values }));
}

/** Returns the schemas of bodies in which such a member has a value of another type. */
export function otherTypeSigns({ failed }: Wire): readonly Condition[] {
  return (failed?.members ?? []).map((flag) =>
    hasAt(toSteps(flag.path), { not: { type: typesOf(flag) } }),
  );
}

/** Returns the schemas of bodies in which such a member says that the request succeeded. */
export function successSigns({ failed }: Wire): readonly Condition[] {
  return (failed?.members ?? []).map((flag) =>
    hasAt(toSteps(flag.path), { type: typesOf(flag), not: { enum: flag.values } }),
  );
}

function typesOf({ values }: WireFlag): readonly string[] {
  return [...new Set(values.map((value) => typeof value))];
}
