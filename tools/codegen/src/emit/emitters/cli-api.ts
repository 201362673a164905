import type { Catalog } from "../../catalog/catalog.js";
import { finalNames, wireOf } from "../../catalog/wire.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { sampleErrorItem, sampleSuccess } from "../wire/sample-bodies.js";

/** What the command line has to know of the API beside its entries. */
export const emitter: Emitter = {
  name: "cli-api",
  from: "catalog.yaml",
  emit: (catalog) => {
    if (catalog.manifest.packages.cli === undefined) return [];
    const file = packageFile(catalog, "cli", "api.ts", "catalog.yaml");
    file.importType(["Api"], "../catalog/api.js");
    file.line();
    file.constant("The API whose errors the command line knows.", "api", "Api", toApi(catalog));
    return [file.toFile()];
  },
};

function toApi({ manifest }: Catalog): object {
  const { id, title, description, packages, categories } = manifest;
  const wire = wireOf(manifest);
  const { code, message, batch, success } = wire;
  return {
    id,
    title,
    description,
    command: (packages.cli?.name ?? id).replace(/^.*\//, ""),
    categories: Object.keys(categories),
    codeKeys: finalNames(code),
    messageKeys: finalNames(message),
    batchPath: (batch?.path ?? []).flatMap((step) => (step.kind === "member" ? [step.name] : [])),
    success,
    successBody: sampleSuccess(wire),
    errorItem: sampleErrorItem(wire),
  };
}
