import { type Catalog, type ErrorEntry, isErrorEntry } from "../../catalog/catalog.js";
import { successorOf } from "../../catalog/successor.js";
import { placeholdersOf, quoteForms, withoutFinalStop } from "../../catalog/template.js";
import { groupBy } from "../../std/group-by.js";
import { type Emitter, packageFile } from "../emitter.js";
import { printDoc, printHeader, printLiteral } from "../print.js";

/** The table that the validator looks errors up in: one error a line, those that are judged alike together. */
export const emitter: Emitter = {
  name: "validator-entries",
  from: "catalog",
  emit: (catalog) => [
    {
      path: packageFile(catalog.manifest, "validator", "entries.ts"),
      text: [
        printHeader(catalog, "catalog/*.yaml"),
        'import type { EntryGroup } from "../entry-row.js";\n\n',
        printDoc([
          "Every error that a response can be: category, fault, outcome, retry and HTTP status, then those that have them.",
        ]),
        "export const groups: readonly EntryGroup[] = [\n",
        ...groupByJudgement(identifiable(catalog)).map(printGroup),
        "];\n",
      ].join(""),
    },
  ],
};

/** The errors but for those that were renamed: a response has the new name. */
function identifiable({ entries }: Catalog): readonly ErrorEntry[] {
  return entries.filter(isErrorEntry).filter((entry) => successorOf(entry, entries) === undefined);
}

/** In the order of the source, by the first of each group. */
function groupByJudgement(entries: readonly ErrorEntry[]): readonly (readonly ErrorEntry[])[] {
  return [...groupBy(entries, (entry) => JSON.stringify(judgementOf(entry))).values()];
}

const judgementOf = ({ category, fault, outcome, retry, httpStatus }: ErrorEntry) => [
  category,
  fault,
  outcome,
  retry,
  httpStatus,
];

function printGroup(entries: readonly ErrorEntry[]): string {
  const [first] = entries as readonly [ErrorEntry];
  const head = judgementOf(first).map(printLiteral).join(", ");
  return [
    `  [${head}, [\n`,
    ...entries.map((entry) => `    ${printLiteral(row(entry))},\n`),
    "  ]],\n",
  ].join("");
}

function row({ name, code, message, variants, aliases }: ErrorEntry): readonly unknown[] {
  const texts = [message, ...variants.map((variant) => variant.message)].map(textOrTemplate);
  const others = aliases.map((alias) => alias.code);
  return [name, code, texts, ...(others.length > 0 ? [others] : [])];
}

/** A template is its placeholders' names, then the literals around them in each form. */
function textOrTemplate(message: string): string | readonly (readonly string[])[] {
  const text = withoutFinalStop(message);
  const names = placeholdersOf(text);
  if (names.length === 0) return text;
  return [names, ...quoteForms(text).map((form) => form.filter((_, index) => index % 2 === 0))];
}
