import { type Catalog, type ErrorEntry, isErrorEntry } from "../../catalog/catalog.js";
import { wordingsOf } from "../../catalog/entry.js";
import { successorOf } from "../../catalog/successor.js";
import { placeholdersOf, unquote, withoutFinalStop } from "../../catalog/template.js";
import { groupBy } from "../../std/group-by.js";
import type { Emitter } from "../emitter.js";
import { type GeneratedFile, packageFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/** The table that the validator looks errors up in: one error a line, grouped by judgement. */
export const emitter: Emitter = {
  name: "validator-entries",
  from: "catalog",
  emit: (catalog) => {
    const file = packageFile(catalog, "validator", "entries.ts", "catalog/*.yaml");
    file.importType(["EntryGroup"], "../entry-row.js");
    file.line();
    file.doc("The known errors, grouped by category, fault, outcome, retry and HTTP status.");
    file.block(
      "export const groups: readonly EntryGroup[] = [",
      () => {
        for (const group of groupByJudgement(identifiable(catalog))) addGroup(file, group);
      },
      "];",
    );
    return [file.toFile()];
  },
};

/** Returns the errors without those that were renamed: a response has the new name. */
function identifiable({ entries }: Catalog): readonly ErrorEntry[] {
  return entries.filter(isErrorEntry).filter((entry) => successorOf(entry, entries) === undefined);
}

/** Returns the groups, in the order of the first entry of each. */
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

function addGroup(file: GeneratedFile, entries: readonly ErrorEntry[]): void {
  const [first] = entries as readonly [ErrorEntry];
  const judgement = judgementOf(first).map((value) => printLiteral(value));
  file.block(
    `[${judgement.join(", ")}, [`,
    () => {
      for (const entry of entries) file.line(`${printLiteral(toRow(entry))},`);
    },
    "]],",
  );
}

function toRow(entry: ErrorEntry): readonly unknown[] {
  const { name, code, aliases } = entry;
  const texts = wordingsOf(entry).map(textOrTemplate);
  const others = aliases.map((alias) => alias.code);
  return [name, code, texts, ...(others.length > 0 ? [others] : [])];
}

/** Returns a plain text, or a template's placeholders, its literals, and the quotation marks. */
function textOrTemplate(message: string): string | readonly (readonly unknown[])[] {
  const text = withoutFinalStop(message);
  const names = placeholdersOf(text);
  if (names.length === 0) return text;
  const { literals, quotes } = unquote(text);
  return [names, literals, ...(quotes.some((marks) => marks !== "") ? [quotes] : [])];
}
