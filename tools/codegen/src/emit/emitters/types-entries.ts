import {
  type ErrorEntry,
  isErrorEntry,
  type JsonSchema,
  type Manifest,
  tablesOf,
} from "../../catalog/catalog.js";
import { localeOf } from "../../catalog/locale.js";
import { VOCABULARIES, vocabularyOf } from "../../catalog/vocabulary.js";
import { wireOf } from "../../catalog/wire.js";
import type { Emitter } from "../emitter.js";
import { type GeneratedFile, packageFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";

/** The types of the errors: the code, status and params of each, and their unions of words. */
export const emitter: Emitter = {
  name: "types-entries",
  from: "catalog",
  emit: (catalog) => {
    const { manifest, entries, schema } = catalog;
    const file = packageFile(catalog, "types", "entries.ts", "catalog/*.yaml");
    if (wireOf(manifest).isList) {
      file.importType(["ApiError"], "../api-error.js");
      file.line();
    }
    const tables = tablesOf(manifest);
    file.doc("The code, HTTP status and params of each error, by name.");
    file.block(
      "export interface ErrorEntries {",
      () => {
        const { developer = {} } = localeOf(catalog, manifest.sourceLocale);
        file.each(
          () => entries.filter(isErrorEntry),
          (entry) => addEntry(file, entry, tables, developer[entry.name]?.text),
        );
      },
      "}",
    );
    for (const name of VOCABULARIES) addVocabulary(file, schema, name);
    addStatusWords(file, manifest);
    addListedErrors(file, wireOf(manifest).isList);
    return [file.toFile()];
  },
};

function addEntry(
  file: GeneratedFile,
  entry: ErrorEntry,
  tables: readonly string[],
  advice: string | undefined,
): void {
  const { name, code, httpStatus, retired } = entry;
  file.doc(describe(entry, tables, advice), retired && describeRetirement(retired));
  file.block(
    `readonly ${printKey(name)}: {`,
    () => {
      file.line(`readonly code: ${printLiteral(code)};`);
      file.line(`readonly httpStatus: ${printLiteral(httpStatus)};`);
      addParams(file, entry);
    },
    "};",
  );
}

function addParams(file: GeneratedFile, { params }: ErrorEntry): void {
  const members = Object.entries(params);
  if (members.length === 0) {
    file.line("readonly params: {};");
    return;
  }
  file.block(
    "readonly params: {",
    () => {
      for (const [param, { meaning, example, values = [] }] of members) {
        const examples = [...new Set([example, ...values])]
          .map((value) => `\`${value}\``)
          .join(", ");
        file.doc(`${meaning}, such as ${examples}.`);
        file.line(`readonly ${printKey(param)}: string;`);
      }
    },
    "};",
  );
}

/** Returns the paragraphs that an editor shows for an entry. */
function describe(entry: ErrorEntry, tables: readonly string[], advice = ""): readonly string[] {
  const { code, message, description, category, fault, outcome, retry } = entry;
  const { delay, venue, alike = [], tags = [] } = entry;
  const judgments = [
    `category: ${category}`,
    `fault: ${fault}`,
    `outcome: ${outcome}`,
    `retry: ${retry}`,
    ...(delay === undefined ? [] : [`delay: ${delay}`]),
    ...(venue === undefined ? [] : [`venue: ${venue}`]),
    ...(tags.length === 0 ? [] : [`tags: ${tags.join(", ")}`]),
  ];
  return [
    `\`${code}\` ${message}`,
    description,
    judgments.join(" · "),
    advice,
    alike.length > 0 ? `No source tells it apart from ${alike.join(", ")}.` : "",
    describeOrigin(entry, tables),
  ];
}

/** Returns where an entry is from: its line in the table that documents it, or its first source. */
function describeOrigin(
  { sources, documented, from }: ErrorEntry,
  tables: readonly string[],
): string {
  const source =
    sources.find(({ document }) => from === undefined && tables.includes(document)) ?? sources[0];
  if (source === undefined) return "";
  const { document, line, lastLine } = source;
  const lines = lastLine === undefined ? `line ${line}` : `lines ${line}-${lastLine}`;
  const origin = from === undefined ? "" : `${from}: `;
  return `${documented ? "From" : "Observed, not documented: from"} ${origin}${document}, ${lines}.`;
}

function describeRetirement(retired: NonNullable<ErrorEntry["retired"]>): string {
  const { since, reason, replacedBy, sunset } = retired;
  const successor = replacedBy === undefined ? "" : ` See ${replacedBy}.`;
  const removal = sunset === undefined ? "" : ` May be removed from ${sunset} on.`;
  return `Since ${since}: ${reason}${successor}${removal}`;
}

/** Writes a union of the catalog's schema, with what each of its words means. */
function addVocabulary(
  file: GeneratedFile,
  schema: JsonSchema,
  name: (typeof VOCABULARIES)[number],
): void {
  const { description, oneOf } = vocabularyOf(schema, name);
  const words = oneOf.map((word) =>
    word.description === undefined
      ? `- \`${word.const}\``
      : `- \`${word.const}\`: ${word.description}`,
  );
  file.line();
  const origin = name === "Category" ? ["From `categories` in catalog.yaml."] : [];
  file.doc([description, words.join("\n"), ...origin]);
  file.line(`export type ${name} =`);
  file.line(`${oneOf.map((word) => `  | ${printLiteral(word.const)}`).join("\n")};`);
}

/** Writes the words for an answer that no entry explains: the cautious one, then the statuses'. */
function addStatusWords(file: GeneratedFile, manifest: Manifest): void {
  const facts = Object.values(wireOf(manifest).statuses);
  const add = (name: string, doc: string, words: readonly string[]) => {
    file.line();
    file.doc(doc);
    file.line(
      `export type ${name} = ${[...new Set(words)].map((word) => printLiteral(word)).join(" | ")};`,
    );
  };
  const outcomes = facts.flatMap(({ outcome = [] }) => outcome);
  const retries = facts.flatMap(({ retry = [] }) => retry);
  add("StatusOutcome", "The outcome of an answer that no entry explains.", [
    "unknown",
    ...outcomes,
  ]);
  add("StatusRetry", "The retry of an answer that no entry explains.", [
    "after-reconcile",
    "after-delay",
    ...retries,
  ]);
}

/** Writes what a result has beside its error: the others, where a body has a list of them. */
function addListedErrors(file: GeneratedFile, isList: boolean): void {
  file.line();
  if (!isList) {
    file.doc("The errors of a body that has more than one: this API has one error in a body.");
    file.line("export interface ListedErrors {}");
    return;
  }
  file.doc("The errors of a body, which has a list of them.");
  file.block(
    "export interface ListedErrors {",
    () => {
      file.doc(
        "Every error of the body, in its order; `error` is the first that has a code. One without a code is unrecognized, with an empty `code`.",
      );
      file.line("readonly errors: readonly ApiError[];");
    },
    "}",
  );
}
