import { printJson } from "../../std/print-json.js";
import { bundleOpenapi } from "../bundle-openapi.js";
import type { Emitter } from "../emitter.js";

/** `generated/openapi.json`: the OpenAPI document in one file. */
export const emitter: Emitter = {
  name: "openapi-json",
  from: "openapi.yaml",
  emit: (catalog) => {
    const document = bundleOpenapi(catalog);
    return document === undefined
      ? []
      : [{ path: "generated/openapi.json", text: printJson(document) }];
  },
};
