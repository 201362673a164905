import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printJsonSchemaTypes } from "../json-schema-types.js";

/** The types of the response bodies, from `wire.schema.json`. */
export const emitter: Emitter = {
  name: "types-wire",
  from: "wire.schema.json",
  emit: async (catalog) => {
    const file = packageFile(catalog, "types", "wire.ts", "wire.schema.json");
    file.paste(
      await printJsonSchemaTypes(catalog.wireSchema, "ResponseBody", `${catalog.manifest.id}-wire`),
    );
    return [file.toFile()];
  },
};
