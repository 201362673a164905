import type { ErrorObject } from "ajv/dist/2020.js";
import type { JsonSchema } from "../catalog/catalog.js";
import { createProblem, type Problem } from "../problem/problem.js";
import { checkMisreading } from "../source/misreading.js";
import type { DocumentPath, PlainScalar, SourceFile } from "../source/source-file.js";
import { type Extent, findViolations } from "./compiled-schemas.js";
import { describeViolation, unknownMemberOf } from "./describe-violation.js";

/** The result of validating a file. */
export interface Validation {
  readonly problems: readonly Problem[];
  /** The paths of the malformed values; the empty path for the whole file. */
  readonly invalidPaths: readonly DocumentPath[];
}

/** The last validation of each file, and what it was for. */
export type KnownValidations = WeakMap<
  SourceFile,
  { readonly schema: JsonSchema; readonly extent: Extent; readonly validation: Validation }
>;

/**
 * Validates a file against a schema, and reports each violation at its place. A file that could not
 * be parsed is invalid, and its problems say why.
 */
export function validateFile(
  file: SourceFile,
  schema: JsonSchema,
  known: KnownValidations = new WeakMap(),
  extent: Extent = "all",
): Validation {
  const last = known.get(file);
  if (last?.schema === schema && last.extent === extent) return last.validation;
  const validation = validate(file, schema, extent);
  known.set(file, { schema, extent, validation });
  return validation;
}

function validate(file: SourceFile, schema: JsonSchema, extent: Extent): Validation {
  if (file.value === undefined) return { problems: [], invalidPaths: [[]] };
  const errors = findViolations(file.value, schema, extent);
  if (errors.length === 0 && !file.mayMislead) return { problems: [], invalidPaths: [] };
  const plain = new Map(file.plainScalars().map((scalar) => [keyOf(scalar), scalar]));
  const problems = causesIn(errors).map((error) => {
    const path = pathOf(error.instancePath, file.value);
    // A violation by a value or an unknown field explains it already.
    const scalar = plain.get(keyOf({ path, at: "value" }));
    plain.delete(keyOf({ path, at: "value" }));
    const unknown = unknownMemberOf(error);
    if (unknown !== undefined) plain.delete(keyOf({ path: [...path, unknown], at: "key" }));
    return describeViolation(file, error, path, scalar);
  });
  const misreadings = [...plain.values()].flatMap((scalar) => checkMisreading(file, scalar));
  return {
    problems: [...problems, ...misreadings],
    invalidPaths: errors.map(({ instancePath }) => pathOf(instancePath, file.value)),
  };
}

function keyOf({ path, at }: Pick<PlainScalar, "path" | "at">): string {
  return JSON.stringify([at, ...path]);
}

/** Reports a file that does not hold an object, as every schema and document must. */
export function checkIsObject({ value, locate }: SourceFile): Problem[] {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (value === undefined || isObject) return [];
  return [createProblem("schema", locate([]), "must be an object")];
}

/** Leaves out the errors that repeat what others report of the same value. */
function causesIn(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const inOneOf = new Set(
    errors.filter(({ keyword }) => keyword === "oneOf").map(({ instancePath }) => instancePath),
  );
  return errors.filter(({ keyword, schemaPath, instancePath }) => {
    if (["if", "anyOf", "propertyNames"].includes(keyword)) return false;
    // A list of constants reports each constant.
    return keyword !== "const" || !schemaPath.includes("/oneOf/") || !inOneOf.has(instancePath);
  });
}

/** A JSON Pointer as a path; a segment is an index where the value there is a list. */
function pathOf(pointer: string, root: unknown): DocumentPath {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => {
      const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
}
