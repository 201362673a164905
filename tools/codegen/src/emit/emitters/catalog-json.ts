import type { Catalog } from "../../catalog/catalog.js";
import { inFieldOrder } from "../../catalog/entry.js";
import { printJson } from "../../std/print-json.js";
import type { Emitter } from "../emitter.js";

/** `generated/catalog.json`: the whole catalog in one file, every default filled in. */
export const emitter: Emitter = {
  name: "catalog-json",
  from: "catalog",
  emit: ({ manifest: { id, title }, entries }: Catalog) => [
    {
      path: "generated/catalog.json",
      text: printJson({
        $schema: "../catalog.schema.json",
        id,
        title,
        entries: entries.map((entry) => inFieldOrder(entry)),
      }),
    },
  ],
};
