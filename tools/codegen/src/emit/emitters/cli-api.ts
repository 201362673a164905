import { type Catalog, isErrorEntry } from "../../catalog/catalog.js";
import { finalNames, wireOf } from "../../catalog/wire.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { sampleBatch, sampleErrorItem, sampleSuccess } from "../wire/sample-bodies.js";

/** Emits the facts about the API that the command line needs beside its entries. */
export const emitter: Emitter = {
  name: "cli-api",
  from: "catalog.yaml",
  emit: (catalog) => {
    if (catalog.manifest.packages.cli === undefined) return [];
    const file = packageFile(catalog, "cli", "api.ts", "catalog.yaml");
    file.importType(["Api", "BodyKeys"], "../catalog/api.js");
    file.line();
    file.constant("The API whose errors the command line knows.", "api", "Api", toApi(catalog));
    file.line();
    // A page of the error reference has this and not the rest.
    file.constant(
      "The signs by which a body of the API says whether it is an error.",
      "bodyKeys",
      "BodyKeys",
      toBodyKeys(catalog),
    );
    return [file.toFile()];
  },
};

function toApi({ manifest, entries }: Catalog): object {
  const { id, title, description, packages, categories } = manifest;
  const wire = wireOf(manifest);
  const { batch } = wire;
  return {
    id,
    title,
    description,
    command: (packages.cli?.name ?? id).replace(/^.*\//, ""),
    categories: Object.keys(categories),
    example: exampleOf(entries),
    successBody: sampleSuccess(wire),
    batchBody: batch === undefined ? null : sampleBatch(wire, batch),
    errorItem: sampleErrorItem(wire),
  };
}

/** The error that examples ask for: at best, one without params that leaves something open. */
function exampleOf(entries: Catalog["entries"]): object {
  const errors = entries.filter(isErrorEntry).filter(({ retired }) => retired === undefined);
  const plain = errors.filter(({ params, message }) => message !== "" && isEmpty(params));
  const open = plain.find(({ outcome }) => outcome === "unknown");
  const chosen = open ?? plain[0] ?? errors[0] ?? { name: "NAME", code: "1", message: "" };
  const { name, code, message } = chosen;
  return { name, code, message };
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

function toBodyKeys({ manifest }: Catalog): object {
  const { code, message, success } = wireOf(manifest);
  return { codeKeys: finalNames(code), messageKeys: finalNames(message), success };
}
