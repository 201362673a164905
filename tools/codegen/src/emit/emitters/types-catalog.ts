import { type Emitter, packageFile } from "../emitter.js";
import { printJsonSchemaTypes } from "../json-schema-types.js";
import { printHeader } from "../print.js";

/** The types of the catalog as data, from `catalog.schema.json`. */
export const emitter: Emitter = {
  name: "types-catalog",
  from: "catalog.schema.json",
  emit: async (catalog) => [
    {
      path: packageFile(catalog.manifest, "types", "catalog.ts"),
      text:
        printHeader(catalog, "catalog.schema.json") +
        (await printJsonSchemaTypes(catalog.schema, "Catalog")),
    },
  ],
};
