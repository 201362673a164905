import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { JsonSchema } from "../catalog/catalog.js";
import { didYouMean } from "../problem/did-you-mean.js";
import type { Problem } from "../problem/problem.js";
import { booleanOf, misreading, nameValue } from "../source/misreading.js";
import type { DocumentPath, PlainScalar, SourceFile } from "../source/source-file.js";
import { errorMessage } from "../std/error-message.js";

/** What a file in `locales/` may say: texts by entry name. */
export const localeSchema: JsonSchema = {
  type: "object",
  additionalProperties: {
    type: "object",
    required: ["message", "description", "status", "sourceHash"],
    additionalProperties: false,
    properties: {
      message: { type: "string", minLength: 1 },
      description: { type: "string", minLength: 1 },
      status: { enum: ["machine", "translated", "reviewed", "final"] },
      sourceHash: { type: "string" },
      allow: {
        type: "array",
        items: { enum: ["untranslated", "overlong", "terms", "script", "spacing"] },
      },
    },
  },
};

/** What `glossary.yaml` may say. */
export const glossarySchema: JsonSchema = {
  type: "object",
  required: ["terms"],
  additionalProperties: false,
  properties: {
    terms: {
      type: "array",
      items: {
        type: "object",
        required: ["term", "locales"],
        additionalProperties: false,
        properties: {
          term: { type: "string", minLength: 1 },
          locales: {
            type: "object",
            additionalProperties: {
              type: "object",
              required: ["use"],
              additionalProperties: false,
              properties: {
                use: { type: "string", minLength: 1 },
                never: { type: "array", items: { type: "string", minLength: 1 } },
              },
            },
          },
        },
      },
    },
    characters: { type: "object", additionalProperties: { type: "string" } },
  },
};

const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
  strictRequired: false,
  // The strict mode finds mistakes in a schema; compiling the meta-schema takes longer than all the rest.
  validateSchema: false,
});

/** What checking a file's form gives. */
export interface Validation {
  readonly problems: readonly Problem[];
  /** The paths of the values that are malformed; the empty path for the whole file. */
  readonly faults: readonly DocumentPath[];
}

/** What checking each file gave last: watch checks all of them again when one has changed. */
const forms = new WeakMap<SourceFile, { readonly schema: unknown; readonly form: Validation }>();

/** Checks a file against a schema: each violation as a problem at its place. What cannot be read or is no schema has its own problem. */
export function validateFile(file: SourceFile, schema: unknown): Validation {
  const known = forms.get(file);
  if (known !== undefined && known.schema === schema) return known.form;
  const form = formOf(file, schema);
  forms.set(file, { schema, form });
  return form;
}

function formOf(file: SourceFile, schema: unknown): Validation {
  if (file.value === undefined) return { problems: [], faults: [[]] };
  const plain = new Map(file.plainScalars().map((scalar) => [keyOf(scalar), scalar]));
  const validate = compile(schema);
  const valid = typeof validate === "string" || validate(file.value);
  const errors = valid ? [] : (validate.errors ?? []);
  const inOneOf = new Set(
    errors.filter(({ keyword }) => keyword === "oneOf").map(({ instancePath }) => instancePath),
  );
  const causes = errors.filter((error) => isCause(error, inOneOf));
  const problems = causes.map((error) => {
    const path = pathOf(error.instancePath, file.value);
    // What the schema says of a value or an unknown field explains it already.
    const scalar = plain.get(keyOf({ path, at: "value" }));
    plain.delete(keyOf({ path, at: "value" }));
    const extra = extraOf(error);
    if (extra !== undefined) plain.delete(keyOf({ path: [...path, extra], at: "key" }));
    return problemOf(file, error, path, scalar);
  });
  return {
    problems: [...problems, ...[...plain.values()].flatMap((scalar) => misreading(file, scalar))],
    faults: errors.map((error) => pathOf(error.instancePath, file.value)),
  };
}

function keyOf({ path, at }: Pick<PlainScalar, "path" | "at">): string {
  return JSON.stringify([at, ...path]);
}

/** Says if a file does not hold an object, as every schema and document must. */
export function checkIsObject(file: SourceFile): Problem[] {
  const { value } = file;
  if (value === undefined || (typeof value === "object" && value !== null && !Array.isArray(value)))
    return [];
  return [
    {
      rule: "schema",
      severity: "error",
      message: "must hold an object",
      location: file.locate([]),
    },
  ];
}

/** Says if a file is no JSON Schema that can be checked against. */
export function checkIsSchema(file: SourceFile): Problem[] {
  if (file.value === undefined || checkIsObject(file).length > 0) return [];
  const validate = compile(file.value);
  if (typeof validate !== "string") return [];
  const message = `is no JSON Schema that can be used: ${validate}`;
  return [{ rule: "schema", severity: "error", message, location: file.locate([]) }];
}

/** By the schema's text: watch reads the same schema again and again. */
const compiled = new Map<string, ValidateFunction | string>();

/** The function that checks against a schema, or what is wrong with the schema. */
function compile(schema: unknown): ValidateFunction | string {
  if (typeof schema !== "object" || schema === null) return "it is no object";
  const key = JSON.stringify(schema);
  let result = compiled.get(key);
  if (result === undefined) {
    try {
      result = ajv.compile(schema);
    } catch (error) {
      result = errorMessage(error);
    }
    compiled.set(key, result);
  }
  return result;
}

/** `if` and `oneOf` repeat what their parts have reported; a list of constants reports each constant. */
function isCause(error: ErrorObject, inOneOf: ReadonlySet<string>): boolean {
  if (error.keyword === "if" || error.keyword === "anyOf") return false;
  if (error.keyword !== "const" || !error.schemaPath.includes("/oneOf/")) return true;
  return !inOneOf.has(error.instancePath);
}

/** The name of the field that the schema does not know. */
function extraOf({ params }: ErrorObject): string | undefined {
  const { additionalProperty } = params as { additionalProperty?: unknown };
  return typeof additionalProperty === "string" ? additionalProperty : undefined;
}

function problemOf(
  file: SourceFile,
  error: ErrorObject,
  path: DocumentPath,
  scalar: PlainScalar | undefined,
): Problem {
  const name = extraOf(error);
  const falseSchema = error.keyword === "false schema";
  const location =
    name !== undefined
      ? file.locate([...path, name], "key")
      : file.locate(path, falseSchema ? "key" : "value");
  const hint = hintOf(error, name, scalar);
  return {
    rule: "schema",
    severity: "error",
    message: describe(error, path, name, scalar),
    ...(hint !== undefined && { hint }),
    location,
  };
}

function describe(
  error: ErrorObject,
  path: DocumentPath,
  extra: string | undefined,
  scalar: PlainScalar | undefined,
): string {
  const field = typeof path.at(-1) === "string" ? `"${path.at(-1)}" ` : "";
  const value = typeof error.data === "object" ? "" : ` (it is ${JSON.stringify(error.data)})`;
  switch (error.keyword) {
    case "additionalProperties":
      return `unknown field "${extra}": expected one of ${allowedWords(error).join(", ")}`;
    case "required":
      return `the field "${(error.params as { missingProperty: string }).missingProperty}" is missing`;
    case "false schema":
      return `${field}must be absent here`;
    case "enum":
    case "oneOf":
      return `${field}must be one of ${allowedWords(error).join(", ")}${value}`;
    case "type":
      if (scalar !== undefined && wants(error, "string"))
        return `${field}must be string: YAML reads ${scalar.source || "nothing"} without quotation marks as ${nameValue(scalar.value)}`;
      return `${field}${error.message}${value}`;
    default:
      return `${field}${error.message ?? "is not valid"}${value}`;
  }
}

function hintOf(
  error: ErrorObject,
  extra: string | undefined,
  scalar: PlainScalar | undefined,
): string | undefined {
  const { data, keyword } = error;
  if (keyword === "type" && wants(error, "string"))
    return scalar?.source || ["number", "boolean"].includes(typeof data)
      ? `write it in quotation marks: ${JSON.stringify(scalar?.source ?? String(data))}`
      : undefined;
  if (keyword === "type" && typeof data === "string") {
    const word = wants(error, "boolean") ? booleanOf(data) : undefined;
    if (word !== undefined) return `write ${word}`;
    const isNumber = wants(error, "integer") && /^-?\d+$/.test(data);
    return isNumber ? `write ${Number(data)}, without quotation marks` : undefined;
  }
  const word = extra ?? data;
  return typeof word === "string" ? didYouMean(word, allowedWords(error)) : undefined;
}

function wants({ params }: ErrorObject, type: string): boolean {
  return [(params as { type?: string | string[] }).type].flat().includes(type);
}

/** The fields, or the values, that a schema allows in a place. */
function allowedWords({ keyword, schema, parentSchema }: ErrorObject): string[] {
  if (keyword === "additionalProperties")
    return Object.keys((parentSchema?.properties as object | undefined) ?? {});
  if (!Array.isArray(schema)) return [];
  if (keyword === "enum") return schema.map(String);
  return keyword === "oneOf" ? schema.map((option) => String(option?.const)) : [];
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
