import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printJsonSchemaTypes } from "../json-schema-types.js";

/** The types of the catalog as data, from the schema of the entries. */
export const emitter: Emitter = {
  name: "types-catalog",
  from: "catalog.yaml",
  emit: async (catalog) => {
    const file = packageFile(catalog, "types", "catalog.ts", "catalog.yaml");
    file.paste(
      await printJsonSchemaTypes(catalog.schema, "Catalog", `${catalog.manifest.id}-catalog`),
    );
    return [file.toFile()];
  },
};
