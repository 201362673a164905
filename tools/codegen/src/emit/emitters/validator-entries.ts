import { bearersByCode } from "../../catalog/bearers.js";
import type { Catalog, ErrorEntry } from "../../catalog/catalog.js";
import { wordingsOf } from "../../catalog/entry.js";
import { byLiteralText } from "../../catalog/literal-length.js";
import { inMatchingOrder } from "../../catalog/matching-order.js";
import { identifiable } from "../../catalog/successor.js";
import { splitTemplate, unquote, withoutFinalStop } from "../../catalog/template.js";
import { groupBy } from "../../std/group-by.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { escapeTemplate, printLiteral } from "../literal.js";

/** The table that the validator looks errors up in: one error a line, grouped by judgement. */
export const emitter: Emitter = {
  name: "validator-entries",
  from: "catalog",
  emit: (catalog) => {
    const file = packageFile(catalog, "validator", "entries.ts", "catalog/*.yaml");
    file.doc([
      "The known errors, grouped by category, fault, outcome, retry and HTTP status: one a line, with its code, its name in words, its message and its variants.",
      "It is the text of a JSON document: engines read it faster than code, and not before it is needed.",
    ]);
    file.line("export const table: string = `[");
    const { others, rivals } = splitRivals(identifiable(catalog.entries));
    const groups = printGroups([...groupByJudgement(others), ...groupNeighbors(rivals)]);
    file.paste([...groups, ...printShared(catalog)].join(",\n"));
    file.line("]`;");
    return [file.toFile()];
  },
};

/**
 * Splits off the errors of a code of which some text fits several. The validator tries the last of
 * a code first, so they follow all others, and those with more literal text follow the rest.
 */
function splitRivals(entries: readonly ErrorEntry[]): {
  readonly others: readonly ErrorEntry[];
  readonly rivals: readonly ErrorEntry[];
} {
  const rivals = new Set<ErrorEntry>();
  for (const sharing of bearersByCode(entries).values()) {
    if (inMatchingOrder(sharing) === sharing) continue;
    for (const entry of sharing) rivals.add(entry);
  }
  return {
    others: entries.filter((entry) => !rivals.has(entry)),
    rivals: byLiteralText(entries.filter((entry) => rivals.has(entry))),
  };
}

/** Returns groups of neighbors that are judged alike. */
function groupNeighbors(entries: readonly ErrorEntry[]): readonly (readonly ErrorEntry[])[] {
  const groups: ErrorEntry[][] = [];
  let last = "";
  for (const entry of entries) {
    const judgement = JSON.stringify(judgementOf(entry));
    if (judgement === last) groups.at(-1)?.push(entry);
    else groups.push([entry]);
    last = judgement;
  }
  return groups;
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

/** Returns the groups as a part of a template literal; an empty line would end a pasted text. */
function printGroups(groups: readonly (readonly ErrorEntry[])[]): readonly string[] {
  const lines = groups.map((entries) => {
    const judgement = judgementOf(entries[0] as ErrorEntry).map((value) => printLiteral(value));
    const rows = entries.map((entry) => printLiteral(toRow(entry)));
    return `[${[judgement.join(","), ...rows].join(",\n")}]`;
  });
  return lines.map(escapeTemplate);
}

/**
 * Returns a group of rows without names, one for each code that errors outside of the catalog have
 * too: then the code alone does not identify its one error here.
 */
function printShared({ sharedCodes = [] }: Catalog): readonly string[] {
  if (sharedCodes.length === 0) return [];
  const rows = sharedCodes.map((code) => printLiteral([code, ""]));
  return [
    escapeTemplate(`[${[printLiteral(["", "", "", "", null]).slice(1, -1), ...rows].join(",\n")}]`),
  ];
}

function toRow(entry: ErrorEntry): readonly unknown[] {
  const { name, code, aliases } = entry;
  const codes = [code, ...aliases.map((alias) => alias.code)];
  // Words compress with the texts.
  const words = name.toLowerCase().replaceAll("_", " ");
  return [codes.length > 1 ? codes : code, words, ...wordingsOf(entry).map(toText)];
}

/**
 * Returns a plain text; or of a template a literal, then of each placeholder the name, the
 * quotation marks, and the literal that follows.
 */
function toText(message: string): string | readonly string[] {
  const text = withoutFinalStop(message);
  const names = splitTemplate(text).filter((_, index) => index % 2 === 1);
  if (names.length === 0) return text;
  const { literals, quotes } = unquote(text);
  const rest = names.flatMap((name, index) => [name, quotes[index], literals[index + 1]]);
  return [literals[0], ...rest] as readonly string[];
}
