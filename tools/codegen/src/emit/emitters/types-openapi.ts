import { bundleOpenapi } from "../bundle-openapi.js";
import { cached } from "../cache.js";
import { type Emitter, packageFile } from "../emitter.js";
import { printHeader } from "../print.js";

const OPTIONS = { immutable: true };

/** The types of the OpenAPI document, by openapi-typescript. */
export const emitter: Emitter = {
  name: "types-openapi",
  from: "openapi.yaml",
  emit: async (catalog) => {
    const document = bundleOpenapi(catalog);
    if (document === undefined) return [];
    const types = await cached("openapi-typescript", [document, OPTIONS], async () => {
      const { astToString, default: openapiTypescript } = await import("openapi-typescript");
      const nodes = await openapiTypescript(structuredClone(document) as never, {
        immutable: true,
      });
      return astToString(nodes);
    });
    return [
      {
        path: packageFile(catalog.manifest, "types", "openapi.ts"),
        text: printHeader(catalog, "openapi.yaml") + types,
      },
    ];
  },
};
