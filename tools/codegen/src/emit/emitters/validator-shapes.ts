import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { JsonSchema } from "../../catalog/catalog.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import { type Emitter, packageFile } from "../emitter.js";
import { printDoc, printHeader, printLiteral } from "../print.js";

/** The checks of the bodies' shapes, compiled ahead by Ajv from `wire.schema.json`, and the schema itself. */
export const emitter: Emitter = {
  name: "validator-shapes",
  from: "wire.schema.json",
  emit: (catalog) => {
    const { manifest, wireSchema } = catalog;
    const header = printHeader(catalog, "wire.schema.json");
    const { definitions, shapes } = compileShapes(wireSchema);
    return [
      ...shapes.map(({ definition, code }) => ({
        path: packageFile(manifest, "validator", `${kebabCase(definition)}.ts`),
        text: `${header}// @ts-nocheck: Ajv's code, as it comes.
import type { ShapeValidator } from "../shape-validator.js";

${code}`,
      })),
      {
        path: packageFile(manifest, "validator", "wire-schema.ts"),
        text: `${header}${printDoc(["The schemas of the bodies, by name."])}export const wireSchema: Readonly<Record<string, object>> = ${printLiteral(definitions, 2)};\n`,
      },
    ];
  },
};

const compileShapes = memoizeByObject(({ $schema: _dialect, $defs, ...root }: JsonSchema) => {
  const definitions = { ...($defs as object), ResponseBody: root };
  const shapes = ["ErrorBody", "ResponseBody"].map((definition) => ({
    definition,
    code: compileShape(definitions, definition),
  }));
  return { definitions, shapes };
});

const kebabCase = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();

/** Ajv's standalone code for one definition, as a typed export without a side effect. */
function compileShape(definitions: object, definition: string): string {
  const name = `validate${definition}`;
  // Plain Ajv understands what the wire's schemas use; the code of Ajv2020 has assignments that defeat tree-shaking.
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true },
    ownProperties: true,
    strictRequired: false,
    allowUnionTypes: true,
    validateSchema: false,
  });
  ajv.addSchema(withoutAnnotations({ $defs: definitions }), "wire");
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
