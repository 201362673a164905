import { type Emitter, packageFile } from "../emit.js";
import { printDoc, printHeader, printLiteral } from "../print.js";

/** The one place in each package that says where the types come from. */
export const emitter: Emitter = {
  name: "package-links",
  source: "catalog.yaml",
  emit: (catalog) => {
    const types = catalog.manifest.packages.types.name;
    return (["validator", "messages"] as const).map((key) => ({
      path: packageFile(catalog.manifest, key, "types.ts"),
      text:
        printHeader(catalog, "catalog.yaml") +
        printDoc([`The types of the errors, from \`${types}\`.`]) +
        `export type * from ${printLiteral(types)};\n`,
    }));
  },
};
