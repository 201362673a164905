import { relative, resolve, sep } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import type { Emitter } from "../emitter.js";
import { packageFile, packagePath } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/** The one module of each package that says where its types come from. */
export const emitter: Emitter = {
  name: "package-links",
  from: "catalog.yaml",
  emit: (catalog) =>
    (["validator", "messages"] as const).map((key) => {
      const path = packagePath(catalog.manifest, key, "types.ts");
      const types = catalog.manifest.packages.types.name ?? relativeTypes(catalog, path);
      const file = packageFile(catalog, key, "types.ts", "catalog.yaml");
      file.doc(`The types of the errors, from \`${types}\`.`);
      file.line(`export type * from ${printLiteral(types)};`);
      return file.toFile();
    }),
};

/** Returns the path of the types from a file of the same project. */
function relativeTypes({ directory, manifest }: Catalog, path: string): string {
  const types = resolve(directory, manifest.packages.types.folder, "index.js");
  const file = relative(resolve(directory, path, ".."), types).replaceAll(sep, "/");
  return file.startsWith(".") ? file : `./${file}`;
}
