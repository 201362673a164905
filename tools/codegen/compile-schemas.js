// Compiles the schemas that are the same for every catalog, so that a command need not compile
// them.
import { mkdirSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { COMPILED_SCHEMAS } from "./dist/load/compiled-schemas.js";
import { validatorOptions } from "./dist/load/validator-options.js";

const folder = new URL("dist/load/compiled/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { name, schema, extent } of COMPILED_SCHEMAS) {
  const allErrors = extent === "all";
  const ajv = new Ajv2020({ ...validatorOptions, allErrors, code: { source: true } });
  const text = standalone.default(ajv, ajv.compile(schema));
  writeFileSync(new URL(`${name}.cjs`, folder), text);
}
