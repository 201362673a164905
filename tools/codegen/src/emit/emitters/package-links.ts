import { relative, resolve, sep } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import { type Emitter, packageFile } from "../emitter.js";
import { printDoc, printHeader, printLiteral } from "../print.js";

/** The one place in each package that says where the types come from. */
export const emitter: Emitter = {
  name: "package-links",
  from: "catalog.yaml",
  emit: (catalog) =>
    (["validator", "messages"] as const).map((key) => {
      const path = packageFile(catalog.manifest, key, "types.ts");
      const types = catalog.manifest.packages.types.name ?? relativeTypes(catalog, path);
      return {
        path,
        text:
          printHeader(catalog, "catalog.yaml") +
          printDoc([`The types of the errors, from \`${types}\`.`]) +
          `export type * from ${printLiteral(types)};\n`,
      };
    }),
};

/** Where the types are for a file of the same project. */
function relativeTypes({ directory, manifest }: Catalog, path: string): string {
  const types = resolve(directory, manifest.packages.types.folder, "index.js");
  const file = relative(resolve(directory, path, ".."), types).replaceAll(sep, "/");
  return file.startsWith(".") ? file : `./${file}`;
}
