import { type Emitter, packageFile } from "../emitter.js";
import { printJsonSchemaTypes } from "../json-schema-types.js";
import { printHeader } from "../print.js";

/** The types of the response bodies, from `wire.schema.json`. */
export const emitter: Emitter = {
  name: "types-wire",
  from: "wire.schema.json",
  emit: async (catalog) => [
    {
      path: packageFile(catalog.manifest, "types", "wire.ts"),
      text:
        printHeader(catalog, "wire.schema.json") +
        (await printJsonSchemaTypes(catalog.wireSchema, "ResponseBody")),
    },
  ],
};
