import { bearersByCode } from "../../catalog/bearers.js";
import type { Catalog, ErrorEntry } from "../../catalog/catalog.js";
import { wordingsOf } from "../../catalog/entry.js";
import { byLiteralText } from "../../catalog/literal-length.js";
import { inMatchingOrder } from "../../catalog/matching-order.js";
import { identifiable } from "../../catalog/successor.js";
import { namesAmong, splitTemplate, unquote, withoutFinalStop } from "../../catalog/template.js";
import { capitalize } from "../../std/capitalize.js";
import { groupBy } from "../../std/group-by.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/** The table that the validator looks errors up in: one error a line, grouped by judgment. */
export const emitter: Emitter = {
  name: "validator-entries",
  from: "catalog",
  emit: (catalog) => {
    const file = packageFile(catalog, "validator", "entries.ts", "catalog/*.yaml");
    file.doc([
      "The known errors, one per line: the code, a blank, the name in lower-case words, the message and its variants, separated by `|`. A line that begins with a blank has the category, fault, outcome, retry and HTTP status of the lines below it. `=` after a code marks an alias of the error above, and a lone `|` a code that errors outside of this catalog have too.",
      "A message that is left out is the same as the name's words. A text begins with a capital, which may be written small; a text that begins otherwise, or has a `|` or a line break, is a JSON string. `{field''}` is a placeholder with the quotation marks around it.",
      "The table is a string because engines read one faster than code, and in quotation marks because they read a template literal twice.",
    ]);
    file.line('export const table: string = "\\');
    const { others, rivals } = splitRivals(identifiable(catalog.entries));
    const groups = [...groupByJudgment(others), ...groupNeighbors(rivals)];
    const lists = [...groups.map(toLines), toSharedLines(catalog)];
    file.paste(
      lists
        .filter((lines) => lines.length > 0)
        .map(printLines)
        .join("\n"),
    );
    file.line('";');
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
    const line = toGroupLine(entry);
    if (line === last) groups.at(-1)?.push(entry);
    else groups.push([entry]);
    last = line;
  }
  return groups;
}

/** Returns the groups, in the order of the first entry of each. */
function groupByJudgment(entries: readonly ErrorEntry[]): readonly (readonly ErrorEntry[])[] {
  return [...groupBy(entries, toGroupLine).values()];
}

/** Returns the lines of a group. */
function toLines(entries: readonly ErrorEntry[]): readonly string[] {
  return [toGroupLine(entries[0] as ErrorEntry), ...entries.flatMap(toEntryLines)];
}

/** Returns the line above an entry and those that are judged alike. */
function toGroupLine({ category, fault, outcome, retry, httpStatus }: ErrorEntry): string {
  const judgment = ` ${category} ${fault} ${outcome} ${retry}`;
  return httpStatus === null ? judgment : `${judgment} ${httpStatus}`;
}

/** Returns the line of an entry, and one for each alias. */
function toEntryLines(entry: ErrorEntry): readonly string[] {
  const words = entry.name.toLowerCase().replaceAll("_", " ");
  const [message, ...variants] = wordingsOf(entry).map(toText);
  const texts = message === words ? ["", ...variants] : [message, ...variants];
  const cells = [words, ...texts].join("|");
  const line = `${entry.code} ${cells.endsWith("|") ? cells.slice(0, -1) : cells}`;
  return [line, ...entry.aliases.map(({ code }) => `${code} =`)];
}

/**
 * Returns a line without words for each code that errors outside of the catalog have too: then the
 * code alone does not identify its one error here.
 */
function toSharedLines({ entries, sharedCodes = [] }: Catalog): readonly string[] {
  const codes = bearersByCode(identifiable(entries));
  return sharedCodes.filter((code) => codes.has(code)).map((code) => `${code} |`);
}

/**
 * Returns a text without its capital, which compresses with the words of names; or a JSON string
 * where the text has no capital, or would not be one cell of a line.
 */
function toText(message: string): string {
  const text = markPlaceholders(withoutFinalStop(message));
  const small = text.replace(/^[A-Z](?![A-Z])/, (capital) => capital.toLowerCase());
  const isCell = small !== "" && !/^"|[|\n]/.test(small);
  if (isCell && capitalize(small) === text) return small;
  return printLiteral(text).replaceAll("|", "\\u007c");
}

/** Moves the quotation marks around each placeholder into it: `{field''}`. */
function markPlaceholders(text: string): string {
  if (!text.includes("{")) return text;
  const names = namesAmong(splitTemplate(text));
  const { literals, quotes } = unquote(text);
  const rest = names.map((name, index) => `{${name}${quotes[index]}}${literals[index + 1]}`);
  return [literals[0], ...rest].join("");
}

function printLines(lines: readonly string[]): string {
  return lines.map(printLine).join("\n");
}

/** Returns a line as it stands in a string that goes on in the next line. */
function printLine(line: string): string {
  return `${printLiteral(line).slice(1, -1)}\\n\\`;
}
