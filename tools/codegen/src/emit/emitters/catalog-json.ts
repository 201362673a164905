import { inFieldOrder } from "../../catalog/entry.js";
import { CATALOG_FORMAT } from "../../catalog/import.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../generated-file.js";

/** `generated/catalog.json`: the whole catalog in one file, every default filled in. */
export const emitter: Emitter = {
  name: "catalog-json",
  from: "catalog",
  emit: ({ manifest: { id, title, categories }, entries, imports = [] }) => [
    jsonFile("generated/catalog.json", {
      $schema: "catalog.schema.json",
      format: CATALOG_FORMAT,
      id,
      title,
      categories,
      ...(imports.length > 0 && {
        imports: imports.map(({ package: from, version, names }) => ({
          package: from,
          version,
          names,
        })),
      }),
      entries: entries.map((entry) => inFieldOrder(entry)),
    }),
  ],
};
