import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { Catalog, JsonSchema } from "../catalog.js";
import { type Emitter, packageFile } from "../emit.js";
import { printHeader } from "../print.js";

/** The check of an error body's shape, compiled ahead by Ajv from `wire.schema.json`. */
export const emitter: Emitter = {
  name: "validator-shapes",
  emit: (catalog) => [
    {
      path: packageFile(catalog.manifest, "validator", "error-body.ts"),
      text: `${printHeader(catalog, "wire.schema.json")}// @ts-nocheck: Ajv's code, as it comes.
import type { ShapeValidator } from "../shape-validator.js";

${compileShape(catalog, "ErrorBody", "validateErrorBody")}`,
    },
  ],
};

/** Ajv's standalone code for one definition, as a typed export without a side effect. */
function compileShape({ wireSchema }: Catalog, definition: string, name: string): string {
  // Plain Ajv understands what the wire's schemas use; the code of Ajv2020 has assignments that defeat tree-shaking.
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true },
    ownProperties: true,
    allowUnionTypes: true,
    validateSchema: false,
  });
  ajv.addSchema(withoutAnnotations(wireSchema), "wire");
  const code = standalone.default(ajv, { [name]: `wire#/$defs/${definition}` });
  if (code.includes("require("))
    throw new Error(
      `Ajv's code for ${definition} needs a library at run time: avoid minLength, uniqueItems and formats`,
    );
  const [, internal = ""] = new RegExp(`export const ${name} = (\\w+);`).exec(code) ?? [];
  const functions = code
    .replace('"use strict";', "")
    .replace(/export (default \w+|const \w+ = \w+);/g, "")
    .trim();
  return `${functions}\n\nexport const ${name}: ShapeValidator = ${internal};\n`;
}

const ANNOTATIONS = new Set(["$schema", "title", "description", "examples", "default"]);
const MAPS = new Set(["properties", "$defs", "patternProperties"]);

/** The schema without what checks nothing: Ajv repeats every schema in its code. */
function withoutAnnotations(schema: unknown, isMap = false): JsonSchema {
  if (Array.isArray(schema)) return schema.map((item) => withoutAnnotations(item)) as never;
  if (typeof schema !== "object" || schema === null) return schema as never;
  const members = Object.entries(schema).filter(([key]) => isMap || !ANNOTATIONS.has(key));
  return Object.fromEntries(
    members.map(([key, value]) => [key, withoutAnnotations(value, !isMap && MAPS.has(key))]),
  );
}
