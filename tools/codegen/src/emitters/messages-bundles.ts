import { type Catalog, isErrorEntry, type Locale, UNRECOGNIZED } from "../catalog.js";
import { type Emitter, type OutputFile, packageFile } from "../emit.js";
import { printDoc, printHeader, printKey, printLiteral } from "../print.js";

/** A bundle for each locale, a module for each alias of one, and the list of the locales. */
export const emitter: Emitter = {
  name: "messages-bundles",
  source: "locales",
  emit: (catalog) => [
    ...catalog.locales.map((locale) => bundle(catalog, locale)),
    ...Object.entries(catalog.manifest.localeAliases ?? {}).map(([alias, tag]) =>
      aliasModule(catalog, alias, tag),
    ),
    localeList(catalog),
  ],
};

function bundle(catalog: Catalog, { tag, translations }: Locale): OutputFile {
  const names = [UNRECOGNIZED, ...catalog.entries.filter(isErrorEntry).map(({ name }) => name)];
  const lines = names.flatMap((name) => {
    const text = translations[name];
    return text === undefined
      ? []
      : [`    ${printKey(name)}: ${printLiteral([text.message, text.description])},\n`];
  });
  return {
    path: packageFile(catalog.manifest, "messages", `bundles/${tag}.ts`),
    text: [
      printHeader(catalog, `locales/${tag}.json`),
      'import type { MessageBundle } from "../../message-bundle.js";\n\n',
      printDoc([
        `The texts in ${languageName(tag)} (\`${tag}\`): message and description by the error's name.`,
      ]),
      `export const messages: MessageBundle = {\n  locale: ${printLiteral(tag)},\n  texts: {\n`,
      ...lines,
      "  },\n};\n",
    ].join(""),
  };
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
      `export type Locale = ${tags.map(printLiteral).join(" | ")};\n\n`,
      printDoc(["The locales that have a bundle."]),
      `export const locales: readonly Locale[] = ${printLiteral(tags)};\n\n`,
      printDoc(["The locale that stands in where none of the reader's has a bundle."]),
      `export const sourceLocale: Locale = ${printLiteral(sourceLocale)};\n`,
    ].join(""),
  };
}

function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}
