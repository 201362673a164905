import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printJsonSchemaTypes } from "../json-schema-types.js";

/** The bodies that users of the types name; the schema's other definitions are parts of them. */
const BODIES = ["BatchBody", "ErrorBody", "ResponseBody", "SuccessBody"];

/** The types of the response bodies, from `wire.schema.json`, and a module of those for users. */
export const emitter: Emitter = {
  name: "types-wire",
  from: "wire.schema.json",
  emit: async (catalog) => {
    const types = await printJsonSchemaTypes(
      catalog.wireSchema,
      "ResponseBody",
      `${catalog.manifest.id}-wire`,
    );
    const wire = packageFile(catalog, "types", "wire.ts", catalog.wireSchemaSource);
    wire.paste(types);
    const bodies = packageFile(catalog, "types", "bodies.ts", catalog.wireSchemaSource);
    const names = BODIES.filter((name) => new RegExp(`^export \\w+ ${name}\\b`, "m").test(types));
    bodies.line(`export type { ${names.join(", ")} } from "./wire.js";`);
    return [wire.toFile(), bodies.toFile()];
  },
};
