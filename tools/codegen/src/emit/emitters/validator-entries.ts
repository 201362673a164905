import { bearersByCode } from "../../catalog/bearers.js";
import type { Catalog, ErrorEntry } from "../../catalog/catalog.js";
import { wordingsOf } from "../../catalog/entry.js";
import { byLiteralText } from "../../catalog/literal-length.js";
import { inMatchingOrder } from "../../catalog/matching-order.js";
import { identifiable } from "../../catalog/successor.js";
import { placeholdersOf } from "../../catalog/template.js";
import { groupBy } from "../../std/group-by.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";
import { toCells } from "../table-cells.js";

/** The table that the validator looks errors up in: one error a line, grouped by judgment. */
export const emitter: Emitter = {
  name: "validator-entries",
  from: "catalog",
  emit: (catalog) => {
    const file = packageFile(catalog, "validator", "entries.ts", "catalog/*.yaml");
    file.doc([
      "The known errors, one per line: the code, a blank, the name in lower-case words, the message and its variants, separated by `|`. Above them are their judgment, in a line that begins with a blank (fault, outcome, retry and HTTP status), and their category, in a line without a blank. Below a category, a code is written without the beginning that it shares with the one above. `=` after a code marks an alias of the error above, and a lone `|` a code that errors outside of this catalog have too.",
      "A message that is left out is the same as the name's words. A digit in a text is a word of the name, counted from 0, with a blank before it. A text begins with a capital, which may be written small; a text that begins otherwise, or has a digit, a `|` or a line break, is a JSON string. `{field''}` is a placeholder with the quotation marks around it.",
      "The table is a string because engines read one faster than code.",
    ]);
    file.line("export const table: string = `");
    file.paste(printTable(catalog));
    file.line("`;");
    file.line();
    file.constant(
      "Whether a param has the name of a member of every object, such as `constructor`.",
      "inheritedParams",
      "boolean",
      identifiable(catalog.entries).flatMap(wordingsOf).flatMap(placeholdersOf).some(isInherited),
    );
    return [file.toFile()];
  },
};

/**
 * Prints the lines of the table. A group has those that are judged alike, and in it those of a
 * category, the shorter codes first: what is written of a code replaces the end of the one above.
 */
function printTable({ entries, sharedCodes = [] }: Catalog): string {
  const listed = identifiable(entries);
  const lines: string[] = [];
  let judgment = "";
  let category = "";
  let last = "";
  const add = (newCategory: string, code: string, cells: string) => {
    if (newCategory !== category || code.length < last.length) {
      lines.push(newCategory);
      last = "";
    }
    lines.push(printLine(`${withoutBeginning(code, last)} ${cells}`));
    category = newCategory;
    last = code;
  };
  for (const entry of inTableOrder(listed)) {
    const own = toJudgment(entry);
    if (own !== judgment) {
      lines.push(own);
      category = "";
    }
    judgment = own;
    add(entry.category, entry.code, toCells(entry));
    for (const { code } of entry.aliases) add(entry.category, code, "=");
  }
  // Errors outside of the catalog have it too: alone, it does not identify the one in the table.
  const codes = bearersByCode(listed);
  for (const code of sharedCodes) if (codes.has(code)) add("", code, "|");
  return lines.join("\n");
}

function inTableOrder(entries: readonly ErrorEntry[]): readonly ErrorEntry[] {
  const { others, rivals } = splitRivals(entries);
  const judged = [...groupBy(others, toJudgment).values()];
  const groups = judged.flatMap((alike) => [
    ...groupBy(alike, ({ category }) => category).values(),
  ]);
  return [...groups.flatMap((group) => group.sort(byCode)), ...rivals];
}

function byCode({ code: one }: ErrorEntry, { code: other }: ErrorEntry): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : Number(one > other);
}

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

/** Returns the line above those that are judged alike. */
function toJudgment({ fault, outcome, retry, httpStatus }: ErrorEntry): string {
  const judgment = ` ${fault} ${outcome} ${retry}`;
  return httpStatus === null ? judgment : `${judgment} ${httpStatus}`;
}

/** Returns a code without the beginning that it shares with one of the same length. */
function withoutBeginning(code: string, last: string): string {
  if (code.length !== last.length) return code;
  let shared = 0;
  while (shared < code.length - 1 && code[shared] === last[shared]) shared++;
  return code.slice(shared);
}

/** Whether every object has a member of a name. */
function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** Returns a line as it stands in a template literal, where double quotes need no escape. */
function printLine(line: string): string {
  const json = printLiteral(line).slice(1, -1);
  return json.replace(/\\.|`|\$(?=\{)/g, (found) => {
    if (found === '\\"') return '"';
    return found.length > 1 ? found : `\\${found}`;
  });
}
