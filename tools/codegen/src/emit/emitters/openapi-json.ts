import { bundleOpenapi } from "../bundle-openapi.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../generated-file.js";

/** `generated/openapi.json`: the OpenAPI document in one file. */
export const emitter: Emitter = {
  name: "openapi-json",
  from: "openapi.yaml",
  emit: (catalog) => {
    const document = bundleOpenapi(catalog);
    return document === undefined ? [] : [jsonFile("generated/openapi.json", document)];
  },
};
