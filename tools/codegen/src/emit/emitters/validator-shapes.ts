import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { JsonSchema } from "../../catalog/catalog.js";
import { memoizeByJson } from "../../std/memoize-by-json.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { escapeTemplate } from "../literal.js";

/** The checks of the bodies' shapes, compiled by Ajv from `wire.schema.json`, and that schema. */
export const emitter: Emitter = {
  name: "validator-shapes",
  from: "wire.schema.json",
  emit: (catalog) => {
    const definitions = definitionsOf(catalog.wireSchema);
    const start = (file: string) =>
      packageFile(catalog, "validator", file, catalog.wireSchemaSource);
    const shapes = start("shapes.ts");
    shapes.line("// Ajv's code, unchanged.");
    // TypeScript 5.0 ignores it if words follow.
    shapes.line("// @ts-nocheck");
    shapes.importType(["ShapeValidator"], "../shape-validator.js");
    shapes.line();
    shapes.paste(compileShapes(definitions));
    const schemas = start("wire-schema.ts");
    schemas.doc(
      "The JSON Schemas of the bodies, by name, one a line: the text of a JSON document, which is not read before it is needed.",
    );
    schemas.line("export const wireSchema: string = `{");
    schemas.paste(escapeTemplate(printMembers(definitions)));
    schemas.line("}`;");
    return [shapes.toFile(), schemas.toFile()];
  },
};

/**
 * Returns the schemas of the bodies, by name. What refers to the whole schema as `#` refers to it
 * by its name then.
 */
const definitionsOf = memoizeByObject(({ $schema: _dialect, $defs, ...root }: JsonSchema): object =>
  JSON.parse(JSON.stringify({ ...($defs as object), ResponseBody: root }), (key, value) =>
    key === "$ref" && value === "#" ? "#/$defs/ResponseBody" : value,
  ),
);

/** Returns the members of an object as JSON, one a line. */
function printMembers(object: object): string {
  const members = Object.entries(object).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return members.join(",\n");
}

/** The definitions that are compiled: the body of an error, and any body. */
const COMPILED = ["ErrorBody", "ResponseBody"];

/**
 * Returns Ajv's standalone code for the definitions, as typed exports without a side effect. They
 * share the functions of what they refer to.
 */
const compileShapes = memoizeByJson((definitions: object): string => {
  // Plain Ajv knows what the wire's schemas use. Ajv2020's code assigns to properties at the top
  // level, which defeats tree-shaking.
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true },
    ownProperties: true,
    strictTypes: false,
    validateSchema: false,
  });
  ajv.addSchema(withoutAnnotations({ $defs: definitions }), "wire");
  const names = COMPILED.map((name) => [`validate${name}`, `wire#/$defs/${name}`]);
  const code = standalone.default(ajv, Object.fromEntries(names));
  if (code.includes("require("))
    throw new Error(
      "the code for the bodies needs Ajv at run time: avoid minLength, uniqueItems and formats",
    );
  const exported = /export const (\w+) = (\w+);/g;
  const functions = code.replace('"use strict";', "").replace(exported, "").trim();
  const typed = [...code.matchAll(exported)].map(
    ([, name, internal]) => `export const ${name}: ShapeValidator = ${internal};`,
  );
  return `${functions}\n\n${typed.join("\n")}\n`;
});

const ANNOTATIONS = new Set(["$schema", "title", "description", "examples", "default"]);
const MAPS = new Set(["properties", "$defs", "patternProperties"]);

/** Returns a schema without annotations: Ajv repeats every schema in its code. */
function withoutAnnotations(schema: unknown, isMap = false): JsonSchema {
  if (Array.isArray(schema)) return schema.map((item) => withoutAnnotations(item)) as never;
  if (typeof schema !== "object" || schema === null) return schema as never;
  const members = Object.entries(schema).filter(([key]) => isMap || !ANNOTATIONS.has(key));
  return Object.fromEntries(
    members.map(([key, value]) => [key, withoutAnnotations(value, !isMap && MAPS.has(key))]),
  );
}
