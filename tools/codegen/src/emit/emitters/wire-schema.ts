import type { Emitter } from "../emitter.js";
import { jsonFile } from "../generated-file.js";

/**
 * `generated/wire.schema.json`: the response bodies, unless the catalog has a schema of its own.
 */
export const emitter: Emitter = {
  name: "wire-schema",
  from: "catalog.yaml",
  emit: ({ wireSchema, wireSchemaSource }) =>
    wireSchemaSource === "catalog.yaml" ? [jsonFile("generated/wire.schema.json", wireSchema)] : [],
};
