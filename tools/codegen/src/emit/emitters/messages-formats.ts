import type { Catalog } from "../../catalog/catalog.js";
import { textKeys, textNames } from "../../catalog/locale-state.js";
import { splitTemplate } from "../../catalog/template.js";
import type { Emitter } from "../emitter.js";
import { jsonFile, packagePath } from "../generated-file.js";

/** How a text is written for a message library. */
interface Format {
  /** The folder of its files. */
  readonly folder: string;
  readonly literal: (text: string) => string;
  readonly placeholder: (name: string) => string;
}

const FORMATS: readonly Format[] = [
  {
    // In ICU MessageFormat an apostrophe quotes, so it is doubled. In FormatJS "<" begins a tag, so
    // it is quoted, together with the apostrophes beside it.
    folder: "icu",
    literal: (text) =>
      text.replace(/['<]+/g, (run) => {
        const doubled = run.replaceAll("'", "''");
        return run.includes("<") ? `'${doubled}'` : doubled;
      }),
    placeholder: (name) => `{${name}}`,
  },
  {
    folder: "i18next",
    // "$t(" is syntax that cannot be escaped: a rule rejects such a text.
    literal: (text) => text,
    placeholder: (name) => `{{${name}}}`,
  },
  {
    // In vue-i18n these characters are syntax except in a literal.
    folder: "vue-i18n",
    literal: (text) =>
      text.replace(/[@|$\\]/g, (character) => `{'${character === "\\" ? "\\\\" : character}'}`),
    placeholder: (name) => `{${name}}`,
  },
];

/** The texts in the formats of message libraries: flat JSON, a file for each format and locale. */
export const emitter: Emitter = {
  name: "messages-formats",
  from: "locales",
  emit: (catalog) =>
    FORMATS.flatMap((format) =>
      catalog.locales.map(({ tag, translations }) =>
        jsonFile(
          packagePath(catalog.manifest, "messages", `formats/${format.folder}/${tag}.json`),
          flatTexts(catalog, translations, format),
        ),
      ),
    ),
};

function flatTexts(
  catalog: Catalog,
  translations: Catalog["locales"][number]["translations"],
  { literal, placeholder }: Format,
): Record<string, string> {
  const convert = (text: string) =>
    splitTemplate(text)
      .map((piece, index) => (index % 2 === 0 ? literal(piece) : placeholder(piece)))
      .join("");
  const texts: Record<string, string> = {};
  for (const name of textNames(catalog)) {
    const text = translations[name];
    if (text === undefined) continue;
    const keys = textKeys(name);
    texts[keys.message] = convert(text.message);
    texts[keys.description] = convert(text.description);
  }
  return texts;
}
