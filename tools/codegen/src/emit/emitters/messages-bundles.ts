import type { Catalog, Locale } from "../../catalog/catalog.js";
import { describeState, localeState, textNames } from "../../catalog/locale-state.js";
import { languageName, pseudoTag } from "../../catalog/locale-tag.js";
import type { OutputFile } from "../../write/output-file.js";
import { type Emitter, packageFile } from "../emitter.js";
import { printDoc, printHeader, printKey, printLiteral } from "../print.js";
import { pseudoText } from "../pseudo-text.js";

/** A bundle for each locale, one for tests, a module for each alias, the loaders, and the list of the locales. */
export const emitter: Emitter = {
  name: "messages-bundles",
  from: "locales",
  emit: (catalog) => [
    ...catalog.locales.map((locale) =>
      bundle(catalog, locale, [
        `The texts in ${languageName(locale.tag)} (\`${locale.tag}\`): message and description by the error's name.`,
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
  source: string = tag,
): OutputFile {
  const lines = textNames(catalog).flatMap((name) => {
    const text = translations[name];
    return text === undefined
      ? []
      : [`    ${printKey(name)}: ${printLiteral([text.message, text.description])},\n`];
  });
  return {
    path: packageFile(catalog.manifest, "messages", `bundles/${tag}.ts`),
    text: [
      printHeader(catalog, `locales/${source}.json`),
      'import type { MessageBundle } from "../../message-bundle.js";\n\n',
      printDoc(doc),
      `export const messages: MessageBundle = {\n  locale: ${printLiteral(tag)},\n  texts: {\n`,
      ...lines,
      "  },\n};\n",
    ].join(""),
  };
}

function pseudoBundle(catalog: Catalog): OutputFile {
  const { sourceLocale } = catalog.manifest;
  const source = catalog.locales.find(({ tag }) => tag === sourceLocale)?.translations ?? {};
  const texts = Object.entries(source).map(([name, { message, description }]) => [
    name,
    { message: pseudoText(message), description: pseudoText(description) },
  ]);
  const locale = { tag: pseudoTag(sourceLocale), translations: Object.fromEntries(texts) };
  const doc = [
    `For tests of layouts: the texts of \`${sourceLocale}\`, accented, longer, and in brackets. \`negotiateLocale\` never chooses it.`,
  ];
  return bundle(catalog, locale, doc, sourceLocale);
}

function aliasModule(catalog: Catalog, alias: string, tag: string): OutputFile {
  return {
    path: packageFile(catalog.manifest, "messages", `bundles/${alias}.ts`),
    text: `${printHeader(catalog, "catalog.yaml")}export { messages } from ${printLiteral(`./${tag}.js`)};\n`,
  };
}

function localeList(catalog: Catalog): OutputFile {
  const tags = catalog.locales.map(({ tag }) => tag);
  const { sourceLocale } = catalog.manifest;
  return {
    path: packageFile(catalog.manifest, "messages", "locales.ts"),
    text: [
      printHeader(catalog, "locales/*.json"),
      printDoc(["The tag of a locale that has a bundle."]),
      `export type Locale = ${tags.map((tag) => printLiteral(tag)).join(" | ")};\n\n`,
      printDoc(["The locales that have a bundle."]),
      `export const locales: readonly Locale[] = ${printLiteral(tags)};\n\n`,
      printDoc(["The locale that stands in where none of the reader's has a bundle."]),
      `export const sourceLocale: Locale = ${printLiteral(sourceLocale)};\n`,
    ].join(""),
  };
}

function loaders(catalog: Catalog): OutputFile {
  return {
    path: packageFile(catalog.manifest, "messages", "loaders.ts"),
    text: [
      printHeader(catalog, "locales/*.json"),
      'import type { MessageBundle } from "../message-bundle.js";\n',
      'import type { Locale } from "./locales.js";\n\n',
      printDoc([
        "Loads a locale's bundle when it is asked for; bundlers put each into a file of its own. It rejects where that file cannot be fetched.",
      ]),
      "export const loaders: { readonly [Tag in Locale]: () => Promise<MessageBundle> } = {\n",
      ...catalog.locales.map(
        ({ tag }: Locale) =>
          `  ${printKey(tag)}: async () => (await import(${printLiteral(`./bundles/${tag}.js`)})).messages,\n`,
      ),
      "};\n",
    ].join(""),
  };
}
