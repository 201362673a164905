import type { Catalog, Locale } from "../../catalog/catalog.js";
import { localeOf, OUTCOME_KEYS, type Translation } from "../../catalog/locale.js";
import { describeState, localeState, neededUnits } from "../../catalog/locale-state.js";
import { languageName, pseudoTag } from "../../catalog/locale-tag.js";
import { type Texts, unitsOf } from "../../catalog/text-unit.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";
import { pseudoText } from "../pseudo-text.js";

/** The bundles of each locale: with all texts, and with messages alone; and one for tests. */
export const emitter: Emitter = {
  name: "messages-bundles",
  from: "locales",
  emit: (catalog) => [
    ...catalog.locales.flatMap((locale) => [
      printBundle(catalog, fullBundle(catalog, locale)),
      printBundle(catalog, briefBundle(catalog, locale)),
    ]),
    printBundle(catalog, pseudoBundle(catalog)),
    ...Object.entries(catalog.manifest.localeAliases ?? {}).flatMap(([alias, tag]) =>
      ["", BRIEF].map((folder) => aliasModule(catalog, folder, alias, tag)),
    ),
  ],
};

/** The folder of the bundles that have messages alone. */
const BRIEF = "brief/";

/** What a bundle contains. */
interface Bundle {
  /** The locale whose texts it has. */
  readonly locale: Locale;
  readonly tag: string;
  readonly folder: string;
  readonly doc: readonly string[];
  /** Returns the texts of one failure, in the order of `FailureTexts`. */
  readonly row: (unit: Texts, translation: Translation) => readonly Part[];
  /** Changes every text. */
  readonly change?: (text: string) => string;
}

/** A text of a failure, or the words for the values of its params; undefined if there is none. */
type Part = string | Translation["values"];

function fullBundle(catalog: Catalog, locale: Locale): Bundle {
  const { tag } = locale;
  return {
    locale,
    tag,
    folder: "",
    doc: [
      `Title, message and description of each failure in ${languageName(tag)} (\`${tag}\`).`,
      describeState(localeState(catalog, locale)),
    ],
    row: ({ message, title, description, paramless }, { values }) => [
      message,
      title,
      description,
      paramless,
      values,
    ],
  };
}

function briefBundle(catalog: Catalog, locale: Locale): Bundle {
  const { tag } = locale;
  return {
    locale,
    tag,
    folder: BRIEF,
    doc: [
      `The message of each failure in ${languageName(tag)} (\`${tag}\`), without titles and descriptions.`,
      describeState(localeState(catalog, locale)),
    ],
    row: ({ message, paramless }, { values }) => [message, undefined, undefined, paramless, values],
  };
}

function pseudoBundle(catalog: Catalog): Bundle {
  const { sourceLocale } = catalog.manifest;
  const source = localeOf(catalog, sourceLocale);
  const doc = [
    `The texts of \`${sourceLocale}\`, accented, longer and in brackets, to test layouts with.`,
    "`negotiateLocale` never returns this locale.",
  ];
  return { ...fullBundle(catalog, source), tag: pseudoTag(source.tag), doc, change: pseudoText };
}

function changeTexts(part: Part, change: (text: string) => string): Part {
  if (typeof part === "string") return change(part);
  return part && mapMembers(part, (words) => mapMembers(words, change));
}

function mapMembers<Value, Result>(
  members: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, change(value)]));
}

/** The parts up to the last that is there; those between are empty. */
function withoutEnd(parts: readonly Part[]): readonly unknown[] {
  const last = parts.findLastIndex((part) => part !== undefined);
  return parts.slice(0, last + 1).map((part) => part ?? "");
}

function printBundle(
  catalog: Catalog,
  { locale, tag, folder, doc, row, change }: Bundle,
): OutputFile {
  const { translations, outcomes } = locale;
  const path = `bundles/${folder}${tag}.ts`;
  const file = packageFile(catalog, "messages", path, `locales/${locale.tag}.json`);
  file.importType(["MessageBundle"], `${folder === "" ? "" : "../"}../../message-bundle.js`);
  file.line();
  file.doc(doc);
  const units = unitsOf(locale);
  const changePart = (part: Part) => (change === undefined ? part : changeTexts(part, change));
  const addOutcomes = () => {
    for (const key of outcomes === undefined ? [] : OUTCOME_KEYS)
      file.line(`${printKey(key)}: ${printLiteral(changePart(outcomes?.[key]))},`);
  };
  const addTexts = () => {
    file.each(
      () => neededUnits(catalog),
      (name) => {
        const [unit, translation] = [units.get(name), translations[name]];
        if (unit === undefined || translation === undefined) return;
        const parts = row(unit.texts, translation).map(changePart);
        file.line(`${printKey(name)}: ${printLiteral(withoutEnd(parts))},`);
      },
    );
  };
  file.block(
    "export const messages: MessageBundle = {",
    () => {
      file.line(`locale: ${printLiteral(tag)},`);
      if (outcomes !== undefined) file.block("outcomes: {", addOutcomes, "},");
      file.block("texts: {", addTexts, "},");
    },
    "};",
  );
  return file.toFile();
}

function aliasModule(catalog: Catalog, folder: string, alias: string, tag: string): OutputFile {
  const file = packageFile(catalog, "messages", `bundles/${folder}${alias}.ts`, "catalog.yaml");
  file.line(`export { messages } from ${printLiteral(`./${tag}.js`)};`);
  return file.toFile();
}
