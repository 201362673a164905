import { type Entry, inFieldOrder } from "../../catalog/entry.js";
import { CATALOG_FORMAT } from "../../catalog/import.js";
import { inParts } from "../../std/in-parts.js";
import type { Emitter } from "../emitter.js";
import { longJsonFile } from "../generated-file.js";

/** `generated/catalog.json`: the whole catalog in one file, every default filled in. */
export const emitter: Emitter = {
  name: "catalog-json",
  from: "catalog",
  emit: ({ manifest: { id, title, categories }, entries, imports = [], sharedCodes = [] }) => {
    const head = {
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
      entries: [],
    };
    return [longJsonFile("generated/catalog.json", head, () => printedParts(entries))];
  },
};

function* printedParts(entries: readonly Entry[]): Generator<readonly object[]> {
  for (const part of inParts(entries)) yield part.map((entry) => inFieldOrder(entry));
}
