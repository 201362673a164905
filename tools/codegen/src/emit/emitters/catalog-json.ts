import { inFieldOrder } from "../../catalog/entry.js";
import { CATALOG_FORMAT } from "../../catalog/import.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../generated-file.js";

/** `generated/catalog.json`: the whole catalog in one file, every default filled in. */
export const emitter: Emitter = {
  name: "catalog-json",
  from: "catalog",
  emit: ({ manifest: { id, title, categories }, entries, imports = [], sharedCodes = [] }) => [
    jsonFile("generated/catalog.json", {
      $schema: "catalog.schema.json",
      format: CATALOG_FORMAT,
      id,
      title,
      categories,
      ...(imports.length > 0 && {
        imports: imports.map(({ package: from, version }) => ({
          package: from,
          version,
          names: entries.filter((entry) => entry.from === from).map(({ name }) => name),
        })),
      }),
      ...(sharedCodes.length > 0 && { sharedCodes }),
      entries: entries.map((entry) => inFieldOrder(entry)),
    }),
  ],
};
