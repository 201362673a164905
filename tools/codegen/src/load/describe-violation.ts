import type { ErrorObject } from "ajv/dist/2020.js";
import { didYouMean } from "../problem/did-you-mean.js";
import { createProblem, type Location, type Problem } from "../problem/problem.js";
import { nameValue, readAsYaml11 } from "../source/misreading.js";
import type { DocumentPath, PlainScalar, SourceFile } from "../source/source-file.js";
import { quoteBriefly } from "../std/quote-briefly.js";

/**
 * The keyword of a schema that says in words what its pattern means, as the end of a sentence.
 * Editors show it too.
 */
export const PATTERN_MESSAGE = "patternErrorMessage";

/**
 * Describes the violation of a schema as a problem, in the words of someone who edits the file,
 * with the value and the fix. `scalar` is the value if YAML read it unquoted.
 */
export function describeViolation(
  file: SourceFile,
  error: ErrorObject,
  path: DocumentPath,
  scalar: PlainScalar | undefined,
): Problem {
  const message = describe(error, path, scalar);
  const hint = hintFor(error, scalar);
  return createProblem("schema", placeOf(file, error, path), message, { hint });
}

/** The name of a member that the schema does not know, or that may not be named so. */
export function unknownMemberOf({ params, propertyName }: ErrorObject): string | undefined {
  const { additionalProperty } = params as { readonly additionalProperty?: unknown };
  return typeof additionalProperty === "string" ? additionalProperty : propertyName;
}

function placeOf(file: SourceFile, error: ErrorObject, path: DocumentPath): Location {
  const unknown = unknownMemberOf(error);
  if (unknown !== undefined) return file.locate([...path, unknown], "key");
  return file.locate(path, error.keyword === "false schema" ? "key" : "value");
}

function describe(error: ErrorObject, path: DocumentPath, scalar: PlainScalar | undefined): string {
  const { keyword, data, params, propertyName } = error;
  const value = typeof data === "object" ? "" : ` (it is ${printBriefly(data)})`;
  if (propertyName !== undefined)
    return `the name ${quoteBriefly(propertyName)} ${expectationOf(error)}`;
  const name = path.at(-1);
  const field = typeof name === "string" ? `"${name}" ` : "";
  switch (keyword) {
    case "additionalProperties":
      return `unknown field "${unknownMemberOf(error)}": expected one of ${allowedWords(error).join(", ")}`;
    case "required":
      return `the field "${(params as { missingProperty: string }).missingProperty}" is missing`;
    case "false schema":
      return `${field}is not allowed here`;
    case "enum":
    case "oneOf":
      return `${field}must be one of ${allowedWords(error).join(", ")}${value}`;
    case "const":
      return `${field}must be ${JSON.stringify((params as { allowedValue: unknown }).allowedValue)} here${value}`;
    case "type":
      return `${field}must be ${typesOf(error).map(withArticle).join(" or ")}${readAs(error, scalar) ?? value}`;
    default:
      return `${field}${expectationOf(error)}${value}`;
  }
}

function printBriefly(data: unknown): string {
  return typeof data === "string" ? quoteBriefly(data) : JSON.stringify(data);
}

/**
 * Returns the expected form of a value: the words of the schema, or else those of its validator.
 */
function expectationOf({ keyword, message = "is not valid", parentSchema }: ErrorObject): string {
  const words: unknown = keyword === "pattern" ? parentSchema?.[PATTERN_MESSAGE] : undefined;
  return typeof words === "string" ? words : message;
}

/** Describes what YAML made of an unquoted text, where a text is expected. */
function readAs(error: ErrorObject, scalar: PlainScalar | undefined): string | undefined {
  if (scalar === undefined || !typesOf(error).includes("string")) return undefined;
  return `: unquoted, YAML reads ${scalar.raw || "nothing"} as ${nameValue(scalar.value)}`;
}

function withArticle(type: string): string {
  if (type === "null") return "null";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function hintFor(error: ErrorObject, scalar: PlainScalar | undefined): string | undefined {
  const { data, keyword } = error;
  if (keyword === "type") return hintForType(typesOf(error), data, scalar);
  const word = unknownMemberOf(error) ?? data;
  return typeof word === "string" ? didYouMean(word, allowedWords(error)) : undefined;
}

function hintForType(
  types: readonly string[],
  data: unknown,
  scalar: PlainScalar | undefined,
): string | undefined {
  if (types.includes("string")) {
    const isScalar = typeof data === "number" || typeof data === "boolean";
    const raw = scalar?.raw || (isScalar ? String(data) : "");
    return raw === "" ? undefined : `quote it: ${JSON.stringify(raw)}`;
  }
  if (typeof data !== "string") return undefined;
  const value = readAsYaml11(data);
  if (types.includes("boolean") && typeof value === "boolean") return `write ${value}`;
  const isNumber = types.includes("integer") && /^-?\d+$/.test(data);
  return isNumber ? `write ${Number(data)}, unquoted` : undefined;
}

/** The types that a value may have. */
function typesOf({ params }: ErrorObject): readonly string[] {
  return [(params as { readonly type?: string | readonly string[] }).type ?? []].flat();
}

/** The fields, or the values, that a schema allows in a place. */
function allowedWords({ keyword, schema, parentSchema }: ErrorObject): readonly string[] {
  if (keyword === "additionalProperties") {
    return Object.keys((parentSchema?.properties as object | undefined) ?? {});
  }
  if (!Array.isArray(schema)) return [];
  if (keyword === "enum") return schema.map(String);
  return keyword === "oneOf" ? schema.map((option) => String(option?.const)) : [];
}
