import type { Locale, Translation } from "../../catalog/locale.js";
import { neededUnits } from "../../catalog/locale-state.js";
import { joinPieces, splitTemplate } from "../../catalog/template.js";
import { textKey } from "../../catalog/text-key.js";
import { kindOfField, unitsOf } from "../../catalog/text-unit.js";
import { joinLines } from "../../std/join-lines.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import { keepIfShort, longFile, withPath } from "../../write/long-file.js";
import type { Emitter } from "../emitter.js";
import { packagePath } from "../generated-file.js";

/** The form of texts for a message library. */
interface Format {
  /** The folder of its files. */
  readonly folder: string;
  readonly literal: (text: string) => string;
  readonly placeholder: (name: string) => string;
  /**
   * A placeholder with words for known values. Without it, the words are texts of their own, which
   * the caller looks up.
   */
  readonly choice?: (name: string, words: Words) => string;
}

/** The words for known values, by value. */
type Words = readonly (readonly [value: string, word: string])[];

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
    choice: (name, words) =>
      `{${name}, select, ${words.map(([value, word]) => `${value} {${word}}`).join(" ")} other {{${name}}}}`,
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
      catalog.locales.map((locale) => {
        const file = `formats/${format.folder}/${locale.tag}.json`;
        const path = packagePath(catalog.manifest, "messages", file);
        return withPath(path, printLocale(locale, neededUnits(catalog), format));
      }),
    ),
};

/** Printed once for each locale: most edits leave most locales unchanged. */
const printLocale = memoizeByObject((locale: Locale, names: readonly string[], format: Format) =>
  keepIfShort(longFile("", () => joinLines(printFlat(printUnits(locale, names, format))))),
);

/** Prints members as one object; their names never repeat. */
function* printFlat(members: Iterable<string>): Generator<string> {
  let last = "{";
  for (const some of members) {
    yield last === "{" ? last : `${last},`;
    last = some;
  }
  yield last;
  yield "}";
}

/** Prints the texts of each unit as members of an object. */
function* printUnits(locale: Locale, needed: readonly string[], format: Format): Generator<string> {
  const units = unitsOf(locale);
  for (const name of needed) {
    const texts = units.get(name)?.texts ?? {};
    const members: string[] = [];
    for (const field of Object.keys(texts)) {
      if (format.choice !== undefined && kindOfField(name, field) === "value") continue;
      const text = texts[field] ?? "";
      const converted = text.includes("{")
        ? convert(text, format, locale.translations[name]?.values)
        : format.literal(text);
      members.push(`  ${JSON.stringify(textKey(name, field))}: ${JSON.stringify(converted)}`);
    }
    if (members.length > 0) yield members.join(",\n");
  }
}

/** Converts a text with placeholders. */
function convert(
  text: string,
  { literal, placeholder, choice }: Format,
  values: Translation["values"] = {},
): string {
  const printParam = (param: string) => {
    const words = Object.entries(values[param] ?? {})
      // Other values would be syntax; "other" is what ICU calls all that are not listed.
      .filter(([value]) => /^\w+$/.test(value) && value !== "other")
      .map(([value, word]) => [value, literal(word)] as const);
    return words.length > 0 && choice ? choice(param, words) : placeholder(param);
  };
  return joinPieces(splitTemplate(text), literal, printParam);
}
