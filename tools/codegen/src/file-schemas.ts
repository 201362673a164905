import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { JsonSchema } from "./catalog.js";
import { messageOf } from "./message-of.js";
import type { Problem } from "./problem.js";
import type { DocumentPath, SourceFile } from "./source-file.js";

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
export interface Form {
  readonly problems: readonly Problem[];
  /** The paths of the values that are malformed; the empty path for the whole file. */
  readonly faults: readonly DocumentPath[];
}

/** Checks a file against a schema: each violation as a problem at its place. What cannot be read or is no schema has its own problem. */
export function checkForm(file: SourceFile, schema: unknown): Form {
  if (file.value === undefined) return { problems: [], faults: [[]] };
  const validate = compile(schema);
  if (typeof validate === "string" || validate(file.value)) return { problems: [], faults: [] };
  const errors = validate.errors ?? [];
  return {
    problems: errors.filter(isCause).map((error) => problemOf(file, error)),
    faults: errors.map((error) => pathOf(error.instancePath, file.value)),
  };
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

const compiled = new WeakMap<object, ValidateFunction | string>();

/** The function that checks against a schema, or what is wrong with the schema. */
function compile(schema: unknown): ValidateFunction | string {
  if (typeof schema !== "object" || schema === null) return "it is no object";
  let result = compiled.get(schema);
  if (result === undefined) {
    try {
      result = ajv.compile(schema);
    } catch (error) {
      result = messageOf(error);
    }
    compiled.set(schema, result);
  }
  return result;
}

/** `if` and `oneOf` repeat what their parts have reported; a list of constants reports each constant. */
function isCause(error: ErrorObject, _index: number, all: readonly ErrorObject[]): boolean {
  if (error.keyword === "if" || error.keyword === "anyOf") return false;
  if (error.keyword !== "const" || !error.schemaPath.includes("/oneOf/")) return true;
  return !all.some(
    ({ keyword, instancePath }) => keyword === "oneOf" && instancePath === error.instancePath,
  );
}

function problemOf(file: SourceFile, error: ErrorObject): Problem {
  const path = pathOf(error.instancePath, file.value);
  const params = error.params as Record<string, unknown>;
  const extra = params.additionalProperty;
  const name = typeof extra === "string" ? extra : undefined;
  const falseSchema = error.keyword === "false schema";
  const location =
    name !== undefined
      ? file.locate([...path, name], "key")
      : file.locate(path, falseSchema ? "key" : "value");
  const plain = file.plainScalar(path);
  const wantsString = error.keyword === "type" && params.type === "string" && plain !== undefined;
  return {
    rule: "schema",
    severity: "error",
    message: describe(error, path, name),
    ...(wantsString && { hint: `write it in quotation marks: ${JSON.stringify(plain)}` }),
    location,
  };
}

function describe(error: ErrorObject, path: DocumentPath, extra: string | undefined): string {
  const field = typeof path.at(-1) === "string" ? `"${path.at(-1)}" ` : "";
  const value = typeof error.data === "object" ? "" : ` (it is ${JSON.stringify(error.data)})`;
  const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
  switch (error.keyword) {
    case "additionalProperties":
      return `unknown field "${extra}": expected one of ${known.join(", ")}`;
    case "required":
      return `the field "${(error.params as { missingProperty: string }).missingProperty}" is missing`;
    case "false schema":
      return `${field}must be absent here`;
    case "enum":
      return `${field}must be one of ${(error.schema as unknown[]).join(", ")}${value}`;
    case "oneOf": {
      const constants = (error.schema as { const?: unknown }[]).map((option) => option.const);
      return `${field}must be one of ${constants.join(", ")}${value}`;
    }
    default:
      return `${field}${error.message ?? "is not valid"}${value}`;
  }
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
