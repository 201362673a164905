import type { JsonSchema } from "./catalog.js";
import type { ErrorPlaces } from "./wire.js";
import { ERROR_CODE, hasPlainText } from "./wire-conditions.js";
import { hasOnlyNames, type WirePath } from "./wire-path.js";

/** The shape of a body with an error, and of the error, if it is a part of the body. */
export interface ErrorShape {
  readonly body: JsonSchema;
  /** The definition that the body refers to as `ErrorDetails`. */
  readonly details: JsonSchema | undefined;
}

/**
 * Returns the shape of a body with an error, for types and documents. Without `hasCode`, the body
 * may lack the code, and all that leads to it.
 */
export function errorShape(places: ErrorPlaces, hasCode: boolean): ErrorShape {
  const { error, isList } = places;
  const details = withFurtherMembers(detailsShape(places, hasCode));
  const isObject = places.code.every(([step]) => step !== undefined && step.kind !== "items");
  if (error.length === 0 && !isList)
    return { body: { ...(isObject && { type: "object" }), ...details }, details: undefined };
  // An error that may itself be the code is a string too.
  const isOwnCode = places.code.some(({ length }) => length === 0);
  const one: JsonSchema = isOwnCode ? {} : { $ref: "#/$defs/ErrorDetails" };
  const list = { type: "array", ...(hasCode && { minItems: 1 }), items: one };
  const body = withFurtherMembers(shapeAt(error, isList ? list : one, hasCode));
  // Where a body may have it under any name, its shape says nothing of the error.
  const isNamed = hasOnlyNames(error);
  return { body, details: isOwnCode || !isNamed ? undefined : details };
}

/** Whether the shape of an error says all: names lead to its one code, and to its text. */
export function isPlain(places: ErrorPlaces): boolean {
  const [code = [], ...others] = places.code;
  return others.length === 0 && code.length > 0 && hasOnlyNames(code) && hasPlainText(places);
}

/** Returns the schema of a body whose text, if it has one, is a text. */
export function textShape({ error, message }: ErrorPlaces): JsonSchema {
  return shapeAt([...error, ...(message[0] ?? [])], { type: ["string", "null"] }, false);
}

function detailsShape(places: ErrorPlaces, hasCode: boolean): JsonSchema {
  const { code, message } = places;
  const coded = code.map((path) =>
    isPlain(places) ? shapeAt(path, ERROR_CODE, hasCode) : shapeAt(path, {}, false),
  );
  const texts = message.map((path, index) =>
    index === 0 && hasPlainText(places)
      ? shapeAt(path, { $ref: "#/$defs/WireMessage" }, false)
      : shapeAt(path, {}, false),
  );
  return mergeShapes([...coded, ...texts]);
}

/**
 * Returns the shape of a value with another one at a path. What is not required may be of any type:
 * another place may have the value.
 */
export function shapeAt(path: WirePath, leaf: JsonSchema, isRequired: boolean): JsonSchema {
  const [step, ...rest] = path;
  if (step === undefined) return leaf;
  if (step.kind === "items") return isRequired ? { type: "array", items: {} } : {};
  if (step.kind === "matching") return isRequired ? { type: "object" } : {};
  const inner = shapeAt(rest, leaf, isRequired);
  return {
    ...(isRequired && { type: "object", required: [step.name] }),
    properties: { [step.name]: inner },
  };
}

/** Merges shapes of one value. */
export function mergeShapes(shapes: readonly JsonSchema[]): JsonSchema {
  return shapes.reduce<JsonSchema>(merge, {});
}

/** Merges two shapes; where both say something of the same value, the first counts. */
function merge(one: JsonSchema, other: JsonSchema): JsonSchema {
  const merged: Record<string, unknown> = { ...one, ...other, ...one };
  for (const key of ["properties", "items"]) {
    const [mine, its] = [one[key], other[key]] as (JsonSchema | undefined)[];
    if (mine === undefined || its === undefined) continue;
    merged[key] = key === "items" ? merge(mine, its) : mergeMembers(mine, its);
  }
  return merged;
}

function mergeMembers(one: JsonSchema, other: JsonSchema): JsonSchema {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    names.map((name) => {
      const [mine, its] = [one[name], other[name]] as (JsonSchema | undefined)[];
      return [name, mine && its ? merge(mine, its) : (mine ?? its)];
    }),
  );
}

/** Returns a shape that says of its objects that they may have more members, for types. */
function withFurtherMembers({ properties, items, ...shape }: JsonSchema): JsonSchema {
  const members = Object.entries((properties ?? {}) as Record<string, JsonSchema>);
  const open = members.map(([name, member]) => [name, withFurtherMembers(member)]);
  const isObject = properties !== undefined || shape.type === "object";
  return {
    ...shape,
    ...(properties !== undefined && { properties: Object.fromEntries(open) }),
    ...(isObject && { additionalProperties: true }),
    ...(items !== undefined && { items: withFurtherMembers(items as JsonSchema) }),
  };
}
