import { bundleOpenapi } from "../bundle-openapi.js";
import { cached } from "../cache.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { toLocalDocument } from "../to-local-document.js";

// Its warnings print names of the document as they are, which CI may run as commands.
const OPTIONS = { immutable: true, silent: true };

/** The types of the OpenAPI document, by openapi-typescript. */
export const emitter: Emitter = {
  name: "types-openapi",
  from: "openapi.yaml",
  emit: async (catalog) => {
    const document = bundleOpenapi(catalog);
    if (document === undefined) return [];
    const file = packageFile(catalog, "types", "openapi.ts", "openapi.yaml");
    const types = await cached({
      name: [catalog.manifest.id, catalog.subset?.name, "openapi"].filter(Boolean).join("-"),
      library: "openapi-typescript",
      input: [document, OPTIONS],
      produce: async () => {
        const { astToString, default: openapiTypescript } = await import("openapi-typescript");
        const local = toLocalDocument(document) as never;
        return astToString(await openapiTypescript(local, OPTIONS));
      },
    });
    file.paste(types);
    return [file.toFile()];
  },
};
