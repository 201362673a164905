import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";
import { moduleAddress } from "../module-address.js";

/** The one module of each package that says where its types come from. */
export const emitter: Emitter = {
  name: "package-links",
  from: "catalog.yaml",
  emit: (catalog) =>
    (["validator", "messages"] as const).map((key) => {
      const types = moduleAddress(catalog, [key, "types.ts"], { key: "types", module: "index.js" });
      const file = packageFile(catalog, key, "types.ts", "catalog.yaml");
      file.doc(`The types of the errors, from \`${types}\`.`);
      file.line(`export type * from ${printLiteral(types)};`);
      return file.toFile();
    }),
};
