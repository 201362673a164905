import type { JsonSchema } from "../../catalog/catalog.js";
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
    const { short, words } = withoutWords(document as OpenapiDocument);
    const types = await cached({
      name: [catalog.manifest.id, catalog.subset?.name, "openapi"].filter(Boolean).join("-"),
      library: "openapi-typescript",
      input: [short, OPTIONS],
      produce: async () => {
        const { astToString, default: openapiTypescript } = await import("openapi-typescript");
        const local = toLocalDocument(short) as never;
        return astToString(await openapiTypescript(local, OPTIONS));
      },
    });
    file.paste(withWords(types, words));
    return [file.toFile()];
  },
};

/** A bundled document. */
interface OpenapiDocument extends JsonSchema {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  };
}

/** The components that have a word of each entry. */
const OF_ENTRIES = ["ErrorName", "ErrorCode"];

/** The words that stand for those of a component. */
const PLACEHOLDER = "every word of codegen's ";

/**
 * Returns a document with one word in the place of those that each entry has: the library does not
 * have to run again when entries are added. Words that its printer would escape stay.
 */
function withoutWords(document: OpenapiDocument): {
  readonly short: OpenapiDocument;
  readonly words: ReadonlyMap<string, readonly string[]>;
} {
  const schemas = { ...document.components.schemas };
  const words = new Map<string, readonly string[]>();
  for (const name of OF_ENTRIES) {
    const all = schemas[name]?.enum ?? [];
    if (all.length === 0 || !all.every((word) => /^[ !#-[\]-~]*$/.test(word))) continue;
    words.set(name, all);
    schemas[name] = { ...schemas[name], enum: [`${PLACEHOLDER}${name}`] };
  }
  return { short: { ...document, components: { ...document.components, schemas } }, words };
}

/** Puts the words back, one a line: a review shows which entry was added. */
function withWords(types: string, words: ReadonlyMap<string, readonly string[]>): string {
  let text = types;
  for (const [name, all] of words)
    text = text.replace(` ${JSON.stringify(`${PLACEHOLDER}${name}`)}`, () =>
      all.map((word) => `\n            | ${JSON.stringify(word)}`).join(""),
    );
  return text;
}
