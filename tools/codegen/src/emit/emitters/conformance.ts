import { type Catalog, isErrorEntry } from "../../catalog/catalog.js";
import { successorOf } from "../../catalog/successor.js";
import { entryVectors } from "../conformance/entry-vectors.js";
import { expectResponse, expectText } from "../conformance/expected-response.js";
import type { Vector } from "../conformance/vector.js";
import { wireVectors } from "../conformance/wire-vectors.js";
import type { Emitter } from "../emitter.js";

/**
 * The responses that a port of the validator to another language is tested with: one JSON document
 * a line.
 */
export const emitter: Emitter = {
  name: "conformance",
  from: "catalog",
  emit: (catalog) => {
    const lines = new Map(
      [...vectorsOf(catalog)].map((vector) => [
        vector.id,
        JSON.stringify(withExpected(catalog, vector)),
      ]),
    );
    // By id: neither the order of the entries nor a new entry moves the others' lines.
    const ids = [...lines.keys()].sort();
    const text = ids.map((id) => `${lines.get(id)}\n`).join("");
    return [{ path: "generated/conformance.ndjson", text }];
  },
};

function* vectorsOf(catalog: Catalog): Generator<Vector> {
  yield* wireVectors(catalog);
  for (const entry of catalog.entries.filter(isErrorEntry))
    if (successorOf(entry, catalog.entries) === undefined) yield* entryVectors(catalog, entry);
}

function withExpected(catalog: Catalog, { id, body, text, status }: Vector): object {
  return text === undefined
    ? { id, status, body, expect: expectResponse(catalog, body, status) }
    : { id, status, text, expect: expectText(catalog, text, status) };
}
