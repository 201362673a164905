import { inFieldOrder } from "../../catalog/entry.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../generated-file.js";

/** `generated/catalog.json`: the whole catalog in one file, every default filled in. */
export const emitter: Emitter = {
  name: "catalog-json",
  from: "catalog",
  emit: ({ manifest: { id, title }, entries }) => [
    jsonFile("generated/catalog.json", {
      $schema: "catalog.schema.json",
      id,
      title,
      entries: entries.map((entry) => inFieldOrder(entry)),
    }),
  ],
};
