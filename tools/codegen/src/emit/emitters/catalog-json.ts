import { type Catalog, ENTRY_FIELDS, type Entry } from "../../catalog/catalog.js";
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
        entries: entries.map(inFieldOrder),
      }),
    },
  ],
};

function inFieldOrder(entry: Entry): object {
  const values = entry as unknown as Record<string, unknown>;
  return Object.fromEntries(
    ENTRY_FIELDS.filter((field) => values[field] !== undefined).map((field) => [
      field,
      values[field],
    ]),
  );
}
