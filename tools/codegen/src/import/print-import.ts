import type { Colors } from "picocolors/types.js";
import { escapeUnseenJson, showInLine, showUnseen } from "../characters/unseen.js";
import { problemToJson } from "../problem/print-problems-json.js";
import { count } from "../std/count.js";
import type { FieldChange } from "./find-changes.js";
import type { Missing } from "./find-missing.js";
import { lineOf } from "./formats/rows/row.js";
import type { Imported } from "./import-table.js";
import type { Match } from "./match-rows.js";
import { printTables, tableToJson } from "./print-tables.js";

/** Prints what an import found, and the files that it wrote or would write. */
export function printImport(
  imported: Imported,
  files: readonly string[],
  isDryRun: boolean,
  colors: Colors,
): string {
  const { known, proposals, missing, unread } = imported;
  const changed = known.filter(({ changes }) => changes.length > 0);
  return [
    printCounts(imported, changed.length),
    ...printTables(imported.tables),
    ...proposals.map(
      ({ entry: { name, code, message }, row }) =>
        `  ${colors.green("new")}      ${name} (${showInLine(code)}), line ${lineOf(row)}: ${quote(message)}`,
    ),
    ...changed.flatMap(({ entry, row, changes }) =>
      changes.map(
        ({ field, before, after }) =>
          `  ${colors.yellow("changed")}  ${entry.name} (${entry.code}), line ${lineOf(row)}, ${field}: ${quote(before)} -> ${quote(after)}`,
      ),
    ),
    ...missing.entries.map(({ name, code }) => `  ${colors.red("missing")}  ${name} (${code})`),
    ...unread
      .slice(0, MAX_UNREAD)
      .map(({ line, text }) => `  not read line ${line}: ${quote(text)}`),
    ...(unread.length > MAX_UNREAD
      ? [`  not read: ${unread.length - MAX_UNREAD} more (--format json lists all)`]
      : []),
    ...adviseOn(changed, missing),
    ...printFiles(imported, files, isDryRun),
  ].join("\n");
}

/** The number of parts to list: whoever wants to see more wants to see all. */
const MAX_UNREAD = 30;

function printCounts(
  { evidence, rows, known, proposals, missing }: Imported,
  changed: number,
): string {
  const document = `${showInLine(evidence.document)}${evidence.isKnown ? " (already in evidence)" : ""}`;
  return `${document}: ${count(rows.length, "row")}; ${known.length - changed} known, ${changed} changed, ${proposals.length} new, ${missing.entries.length} missing`;
}

function printFiles(
  { evidence }: Imported,
  files: readonly string[],
  isDryRun: boolean,
): readonly string[] {
  if (files.length === 0) return ["Nothing to write: the document has no new errors."];
  if (isDryRun) return [`would write ${showInLine(files.join(", "))}`];
  return [
    `wrote ${showInLine(files.join(", "))}`,
    `Next: note in evidence/README.md where ${showInLine(evidence.document)} came from, decide the fields listed under "draft", move each entry to its category's file, and run codegen lint.`,
  ];
}

/** The advice for each kind of change. Nothing that was decided is overwritten. */
const ADVICE: Readonly<Record<FieldChange["field"], string>> = {
  message:
    "Changed message: make it the entry's message and keep the old one in variants; if it is another error, add an entry for it.",
  description:
    "Changed description: make it the entry's description, and cite the new line in sources.",
  httpStatus: "Changed status: make it the entry's status, unless the document is wrong.",
  code: "Changed code: add another code for the same error to aliases; if only zeros are missing, a spreadsheet removed them.",
  documented: "Now documented: cite the new line in sources and remove documented: false.",
  retired: "Listed again: remove retired if the API sends the error again.",
};

function adviseOn(changed: readonly Match[], missing: Missing): readonly string[] {
  const fields = new Set<string>(
    changed.flatMap(({ changes }) => changes.map(({ field }) => field)),
  );
  const advice = Object.entries(ADVICE).filter(([field]) => fields.has(field));
  return [
    ...advice.map(([, text]) => text),
    ...(missing.entries.length > 0
      ? [
          "Missing entries: retire those that the API no longer sends. (If the document is incomplete, use --partial.)",
        ]
      : []),
    ...(missing.elsewhere > 0
      ? [
          `${count(missing.elsewhere, "entry is", "entries are")} not in this document. It shares too few rows with the documents that they cite to be a newer version: none is reported as missing.`,
        ]
      : []),
  ];
}

function quote(value: unknown): string {
  return showUnseen(JSON.stringify(value));
}

/** Prints the same for programs: one JSON document. */
export function printImportJson(imported: Imported, files: readonly string[]): string {
  const { evidence, tables, rows, known, proposals, missing, unread, problems } = imported;
  const report = {
    document: evidence.document,
    evidence: evidence.isKnown ? "known" : "new",
    rows: rows.length,
    tables: tables.map(tableToJson),
    known: known.length,
    new: proposals.map(({ entry: { name, code, draft }, row }) => ({
      name,
      code,
      line: lineOf(row),
      draft,
    })),
    changed: known.flatMap(({ entry: { name, code }, row, changes }) =>
      changes.map((change) => ({ name, code, line: lineOf(row), ...change })),
    ),
    missing: missing.entries.map(({ name, code }) => ({ name, code })),
    elsewhere: missing.elsewhere,
    unread,
    problems: problems.map(problemToJson),
    files,
  };
  return escapeUnseenJson(JSON.stringify(report, undefined, 2));
}
