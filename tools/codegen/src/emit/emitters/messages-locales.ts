import type { Catalog } from "../../catalog/catalog.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";

/** The tags of the locales, and a loader for each. */
export const emitter: Emitter = {
  name: "messages-locales",
  from: "locales",
  emit: (catalog) => [localeList(catalog), loaders(catalog)],
};

function localeList(catalog: Catalog): OutputFile {
  const tags = catalog.locales.map(({ tag }) => tag);
  const file = packageFile(catalog, "messages", "locales.ts", "locales/*.json");
  file.doc("The tag of a locale that has a bundle.");
  file.line(`export type Locale = ${tags.map((tag) => printLiteral(tag)).join(" | ")};`);
  file.line();
  file.constant("The locales that have a bundle.", "locales", "readonly Locale[]", tags);
  file.line();
  file.constant(
    "The locale to fall back to where none of the reader's languages has a bundle.",
    "sourceLocale",
    "Locale",
    catalog.manifest.sourceLocale,
  );
  return file.toFile();
}

function loaders(catalog: Catalog): OutputFile {
  const file = packageFile(catalog, "messages", "loaders.ts", "locales/*.json");
  file.importType(["MessageBundle"], "../message-bundle.js");
  file.importType(["Locale"], "./locales.js");
  file.line();
  file.doc([
    "Loads a locale's bundle on demand; bundlers put each into a file of its own.",
    "Rejects if that file cannot be fetched.",
  ]);
  file.block(
    "export const loaders: { readonly [Tag in Locale]: () => Promise<MessageBundle> } = {",
    () => {
      for (const { tag } of catalog.locales) {
        const bundle = printLiteral(`./bundles/${tag}.js`);
        file.line(`${printKey(tag)}: async () => (await import(${bundle})).messages,`);
      }
    },
    "};",
  );
  return file.toFile();
}
