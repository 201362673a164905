import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printJsonSchemaTypes } from "../json-schema-types.js";

/** The types of the catalog as data, from `catalog.schema.json`. */
export const emitter: Emitter = {
  name: "types-catalog",
  from: "catalog.schema.json",
  emit: async (catalog) => {
    const file = packageFile(catalog, "types", "catalog.ts", "catalog.schema.json");
    file.paste(
      await printJsonSchemaTypes(catalog.schema, "Catalog", `${catalog.manifest.id}-catalog`),
    );
    return [file.toFile()];
  },
};
