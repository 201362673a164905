import type { Issue } from "./generated/types.js";
import { catalogId } from "./generated/wire.js";
import { wireSchema } from "./generated/wire-schema.js";
import { FOREIGN } from "./invalid-body.js";
import { isJsonContainer } from "./json-data.js";
import type { ShapeError, ShapeValidator } from "./shape-validator.js";

/**
 * Standard Schema v1 with its JSON Schema part (https://standardschema.dev), typed here so that the
 * package depends on nothing: whatever takes a Standard Schema takes this.
 */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
    /** The value itself, by identity, or what is wrong with it. It never throws. */
    readonly validate: (value: unknown) => StandardResult<Value>;
    /** The schema as JSON Schema. It throws for a dialect other than draft 2020-12 and draft 7. */
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
}

/** The result of validating. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** The dialect of JSON Schema to return. */
export interface JsonSchemaOptions {
  readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

const DIALECTS: Readonly<Record<string, string>> = {
  "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/**
 * Makes a Standard Schema of a definition of the wire's schema and of the code that Ajv compiled
 * from it. `canBe` says whether a value can be a body at all, which no schema says.
 */
export function toStandardSchema<Value>(
  definition: string,
  validator: ShapeValidator,
  canBe: (value: unknown) => boolean = isJsonContainer,
): StandardSchema<Value> {
  const toJsonSchema = ({ target }: JsonSchemaOptions) => {
    const dialect = Object.hasOwn(DIALECTS, target) ? DIALECTS[target] : undefined;
    if (dialect === undefined) throw new TypeError(`no JSON Schema in the dialect ${target}`);
    // The definitions use no keyword that the two dialects read differently.
    return {
      $schema: dialect,
      allOf: [{ $ref: `#/$defs/${definition}` }],
      $defs: JSON.parse(wireSchema),
    };
  };
  return {
    "~standard": {
      version: 1,
      vendor: catalogId,
      validate: (value) => {
        const issues = issuesOf(validator, value, canBe);
        return issues === undefined ? { value: value as Value } : { issues };
      },
      jsonSchema: { input: toJsonSchema, output: toJsonSchema },
    },
  };
}

/** Returns the faults of a value's shape; undefined where there are none. It never throws. */
export function issuesOf(
  validator: ShapeValidator,
  value: unknown,
  canBe: (value: unknown) => boolean = isJsonContainer,
): readonly Issue[] | undefined {
  try {
    if (!canBe(value)) return FOREIGN.issues;
    if (validator(value)) return undefined;
    const issues = (validator.errors ?? []).map((error) => toIssue(error, value));
    // Of several alternatives, those that got furthest say most.
    const depth = Math.max(...issues.map(({ path }) => path.length));
    const furthest = issues.filter(({ path }) => path.length === depth);
    const causes = furthest.filter(({ keyword }) => keyword !== "anyOf" && keyword !== "if");
    return causes.filter(
      ({ message }, index) => causes.findIndex((other) => other.message === message) === index,
    );
  } catch {
    return FOREIGN.issues;
  }
}

function toIssue(
  { instancePath, keyword, message = "is not valid" }: ShapeError,
  root: unknown,
): Issue {
  let value = root;
  const path = instancePath
    .split("/")
    .slice(1)
    .map((segment) => {
      const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown>)[step];
      return step;
    });
  return {
    message: keyword === "not" ? "must be another value: this one is ruled out" : message,
    path,
    keyword,
  };
}
