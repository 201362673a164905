import { type Catalog, type ErrorEntry, isErrorEntry } from "../../catalog/catalog.js";
import { VOCABULARIES, vocabularyOf } from "../../catalog/vocabulary.js";
import { type Emitter, packageFile } from "../emitter.js";
import { printDoc, printHeader, printKey, printLiteral } from "../print.js";

/** The types of the errors: what each has of its own, by name, and the words that they are judged in. */
export const emitter: Emitter = {
  name: "types-entries",
  from: "catalog",
  emit: (catalog) => [
    {
      path: packageFile(catalog.manifest, "types", "entries.ts"),
      text:
        printHeader(catalog, "catalog/*.yaml") + printEntries(catalog) + printVocabulary(catalog),
    },
  ],
};

function printEntries({ manifest, entries }: Catalog): string {
  const members = entries.filter(isErrorEntry).map(printEntry);
  return [
    printDoc([
      `What each error of the ${manifest.title.replace(/ errors$/, "")} has of its own, by name.`,
    ]),
    "export interface ErrorEntries {\n",
    members.join(""),
    "}\n",
  ].join("");
}

function printEntry(entry: ErrorEntry): string {
  const { name, code, httpStatus, params } = entry;
  const fields = Object.entries(params).map(
    ([param, { meaning, example }]) =>
      printDoc([`${meaning}, such as \`${example}\`.`], "      ") +
      `      readonly ${printKey(param)}: string;\n`,
  );
  return [
    printDoc(describe(entry), "  ", deprecation(entry.retired)).replace(/\n$/, ""),
    `  readonly ${printKey(name)}: {`,
    `    readonly code: ${printLiteral(code)};`,
    `    readonly httpStatus: ${printLiteral(httpStatus)};`,
    fields.length === 0
      ? "    readonly params: {};"
      : `    readonly params: {\n${fields.join("")}    };`,
    "  };\n",
  ].join("\n");
}

/** The doc comment of an entry: what a reader of the code wants to know of it. */
function describe({
  code,
  message,
  description,
  category,
  fault,
  outcome,
  retry,
  venue,
  alike = [],
  documented,
}: ErrorEntry): string[] {
  const judgement = [
    category,
    `${fault}'s fault`,
    `outcome ${outcome}`,
    `retry ${retry}`,
    ...(venue ? [`${venue} only`] : []),
  ];
  return [
    `\`${code}\` ${message}`,
    description,
    `${judgement.join(", ")}.${documented ? "" : " Observed, not documented."}`,
    ...(alike.length > 0 ? [`Not told apart by any source from: ${alike.join(", ")}.`] : []),
  ];
}

function deprecation(retired: ErrorEntry["retired"]): string | undefined {
  if (retired === undefined) return undefined;
  const { since, reason, replacedBy } = retired;
  return `Since ${since}: ${reason}${replacedBy === undefined ? "" : ` See ${replacedBy}.`}`;
}

/** The unions of the catalog's schema that errors are judged in, each with what its words mean. */
function printVocabulary({ schema }: Catalog): string {
  return VOCABULARIES.map((name) => {
    const { description, oneOf } = vocabularyOf(schema, name);
    const words = oneOf.map((word) => `- \`${word.const}\`: ${word.description ?? ""}`);
    const union = oneOf.map((word) => `\n  | ${printLiteral(word.const)}`).join("");
    return `\n${printDoc([description, words.join("\n")])}export type ${name} =${union};\n`;
  }).join("");
}
