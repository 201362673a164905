import type { Catalog, Locale } from "../../catalog/catalog.js";
import { localeOf, OUTCOME_KEYS, type Translation } from "../../catalog/locale.js";
import { describeState, localeState, neededUnits } from "../../catalog/locale-state.js";
import { languageName, pseudoTag } from "../../catalog/locale-tag.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import { joinFiles, keepIfShort } from "../../write/long-file.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { GeneratedFile, packageFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";
import { pseudoText } from "../pseudo-text.js";

/** The bundles of each locale: with all texts, and with messages alone; and one for tests. */
export const emitter: Emitter = {
  name: "messages-bundles",
  from: "locales",
  emit: (catalog) => [
    ...catalog.locales.flatMap((locale) => [
      printBundle(catalog, locale, FULL),
      printBundle(catalog, locale, BRIEF),
    ]),
    printBundle(catalog, localeOf(catalog, catalog.manifest.sourceLocale), PSEUDO),
    ...Object.entries(catalog.manifest.localeAliases ?? {}).flatMap(([alias, tag]) =>
      [FULL, BRIEF].map(({ folder }) => aliasModule(catalog, folder, alias, tag)),
    ),
  ],
};

/** A kind of bundle: its contents, and its folder. */
interface Kind {
  readonly folder: string;
  /** Returns the tag of a locale's bundle. */
  readonly tag: (tag: string) => string;
  /** Describes the bundle of a locale. */
  readonly doc: (catalog: Catalog, locale: Locale) => readonly string[];
  /** Returns the texts of one failure, in the order of `FailureTexts`. */
  readonly row: (texts: Translation) => readonly Part[];
  /** Changes every text. */
  readonly change?: (text: string) => string;
}

/** A text of a failure, or the words for the values of its params; undefined if there is none. */
type Part = string | Translation["values"];

const FULL: Kind = {
  folder: "",
  tag: (tag) => tag,
  doc: (catalog, locale) => [
    `The message, title and description of each failure in ${languageName(locale.tag)} (\`${locale.tag}\`).`,
    describeState(localeState(catalog, locale)),
  ],
  row: ({ message, title, description, paramless, values }) => [
    message,
    title,
    description,
    paramless,
    values,
  ],
};

const BRIEF: Kind = {
  folder: "brief/",
  tag: (tag) => tag,
  doc: (catalog, locale) => [
    `The message of each failure in ${languageName(locale.tag)} (\`${locale.tag}\`), without titles and descriptions.`,
    describeState(localeState(catalog, locale)),
  ],
  row: ({ message, paramless, values }) => [message, undefined, undefined, paramless, values],
};

const PSEUDO: Kind = {
  ...FULL,
  tag: pseudoTag,
  doc: (_, { tag }) => [
    `The texts of \`${tag}\`, accented, longer and in brackets, to test layouts with.`,
    "`negotiateLocale` never returns this locale.",
  ],
  change: pseudoText,
};

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

function printBundle(catalog: Catalog, locale: Locale, kind: Kind): OutputFile {
  const { folder, doc } = kind;
  const path = `bundles/${folder}${kind.tag(locale.tag)}.ts`;
  const file = packageFile(catalog, "messages", path, `locales/${locale.tag}.json`);
  file.importType(["MessageBundle"], `${folder === "" ? "" : "../"}../../message-bundle.js`);
  file.line();
  file.doc(doc(catalog, locale));
  const head = file.toFile();
  return joinFiles(head.path, [head, printTexts(locale, neededUnits(catalog), kind)]);
}

/** Printed once for each locale: most edits leave most locales unchanged. */
const printTexts = memoizeByObject((locale: Locale, names: readonly string[], kind: Kind) => {
  const { tag, translations, outcomes } = locale;
  const { row, change } = kind;
  const file = new GeneratedFile("");
  const changePart = (part: Part) => (change === undefined ? part : changeTexts(part, change));
  const addOutcomes = () => {
    for (const key of outcomes === undefined ? [] : OUTCOME_KEYS)
      file.line(`${printKey(key)}: ${printLiteral(changePart(outcomes?.[key]))},`);
  };
  const addTexts = () => {
    file.each(
      () => names,
      (name) => {
        const translation = translations[name];
        if (translation === undefined) return;
        const parts = row(translation).map(changePart);
        file.line(`${printKey(name)}: ${printLiteral(withoutEnd(parts))},`);
      },
    );
  };
  file.block(
    "export const messages: MessageBundle = {",
    () => {
      file.line(`locale: ${printLiteral(kind.tag(tag))},`);
      if (outcomes !== undefined) file.block("outcomes: {", addOutcomes, "},");
      file.block("texts: {", addTexts, "},");
    },
    "};",
  );
  return keepIfShort(file.toFile());
});

function aliasModule(catalog: Catalog, folder: string, alias: string, tag: string): OutputFile {
  const file = packageFile(catalog, "messages", `bundles/${folder}${alias}.ts`, "catalog.yaml");
  file.line(`export { messages } from ${printLiteral(`./${tag}.js`)};`);
  return file.toFile();
}
