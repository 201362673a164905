import type { Catalog } from "../../catalog/catalog.js";
import { translationsIn } from "../../catalog/locale.js";
import { describeState, localeState, textNames } from "../../catalog/locale-state.js";
import { languageName, pseudoTag } from "../../catalog/locale-tag.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";
import { pseudoText } from "../pseudo-text.js";

/** A bundle for each locale and one for tests, a module for each alias, the loaders and tags. */
export const emitter: Emitter = {
  name: "messages-bundles",
  from: "locales",
  emit: (catalog) => [
    ...catalog.locales.map((locale) =>
      bundle(catalog, locale, [
        `Message and description of each error in ${languageName(locale.tag)} (\`${locale.tag}\`).`,
        describeState(localeState(catalog, locale)),
      ]),
    ),
    pseudoBundle(catalog),
    ...Object.entries(catalog.manifest.localeAliases ?? {}).map(([alias, tag]) =>
      aliasModule(catalog, alias, tag),
    ),
    localeList(catalog),
    loaders(catalog),
  ],
};

type Texts = Readonly<Record<string, { readonly message: string; readonly description: string }>>;

function bundle(
  catalog: Catalog,
  { tag, translations }: { readonly tag: string; readonly translations: Texts },
  doc: readonly string[],
  from: string = tag,
): OutputFile {
  const file = packageFile(catalog, "messages", `bundles/${tag}.ts`, `locales/${from}.json`);
  file.importType(["MessageBundle"], "../../message-bundle.js");
  file.line();
  file.doc(doc);
  const addTexts = () => {
    for (const name of textNames(catalog)) {
      const text = translations[name];
      if (text === undefined) continue;
      file.line(`${printKey(name)}: ${printLiteral([text.message, text.description])},`);
    }
  };
  file.block(
    "export const messages: MessageBundle = {",
    () => {
      file.line(`locale: ${printLiteral(tag)},`);
      file.block("texts: {", addTexts, "},");
    },
    "};",
  );
  return file.toFile();
}

function pseudoBundle(catalog: Catalog): OutputFile {
  const { sourceLocale } = catalog.manifest;
  const source = translationsIn(catalog, sourceLocale);
  const texts = Object.entries(source).map(([name, { message, description }]) => [
    name,
    { message: pseudoText(message), description: pseudoText(description) },
  ]);
  const locale = { tag: pseudoTag(sourceLocale), translations: Object.fromEntries(texts) };
  const doc = [
    `The texts of \`${sourceLocale}\`, accented, longer and in brackets, to test layouts with.`,
    "`negotiateLocale` never returns this locale.",
  ];
  return bundle(catalog, locale, doc, sourceLocale);
}

function aliasModule(catalog: Catalog, alias: string, tag: string): OutputFile {
  const file = packageFile(catalog, "messages", `bundles/${alias}.ts`, "catalog.yaml");
  file.line(`export { messages } from ${printLiteral(`./${tag}.js`)};`);
  return file.toFile();
}

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
