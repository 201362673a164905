import type { Colors } from "picocolors/types.js";
import { showUnseen } from "../characters/unseen.js";
import { lineOf } from "./formats/row.js";
import type { Imported } from "./import-table.js";
import type { FieldChange, Match } from "./match.js";

/** What an import found, and the files that it wrote or would write, for a person. */
export function printImport(
  imported: Imported,
  files: readonly string[],
  isDry: boolean,
  colors: Colors,
): string {
  const { evidence, rows, known, proposals, gone, unread } = imported;
  const changed = known.filter(({ changes }) => changes.length > 0);
  const lines = [
    `${evidence.document}${evidence.isKnown ? " (evidence already)" : ""}: ${rows.length} rows; ${known.length - changed.length} known, ${changed.length} changed, ${proposals.length} new, ${gone.length} gone`,
    ...proposals.map(
      ({ entry: { name, code, message }, row }) =>
        `  ${colors.green("new")}      ${name} (${code}), line ${lineOf(row)}: ${quote(message)}`,
    ),
    ...changed.flatMap(({ entry, row, changes }) =>
      changes.map(
        ({ field, before, after }) =>
          `  ${colors.yellow("changed")}  ${entry.name} (${entry.code}), line ${lineOf(row)}, ${field}: ${quote(before)} -> ${quote(after)}`,
      ),
    ),
    ...gone.map(({ name, code }) => `  ${colors.red("gone")}     ${name} (${code})`),
    ...unread.map(({ line, text }) => `  not read line ${line}: ${quote(text)}`),
    ...adviceOn(changed, gone.length),
  ];
  if (files.length === 0) lines.push("Nothing was written: there is nothing new.");
  else {
    lines.push(`${isDry ? "would write" : "wrote"} ${files.join(", ")}`);
    if (!isDry)
      lines.push(
        `Say in evidence/README.md where ${evidence.document} is from. Decide what "draft" lists on each entry, move the entries to the files of their categories, and run codegen lint.`,
      );
  }
  return lines.join("\n");
}

/** What a person does with each kind of change: no decision is overwritten. */
const ADVICE: Readonly<Record<FieldChange["field"], string>> = {
  message:
    "A changed message: make it the entry's, and keep the old one in variants; or it is another error, and an entry of its own.",
  description: "A changed description: make it the entry's, and cite the new line in sources.",
  httpStatus: "A changed status: make it the entry's, if it is not a mistake.",
  code: "A changed code: another code for the same error is an alias; where only the zeros are gone, a spreadsheet has eaten them.",
  documented:
    "An entry that was only observed is documented now: cite the new line in sources, and take documented: false away.",
  retired: "A retired entry that is listed again: take retired away, if the API sends it again.",
};

function adviceOn(changed: readonly Match[], gone: number): string[] {
  const fields = new Set(changed.flatMap(({ changes }) => changes.map(({ field }) => field)));
  const advice = Object.entries(ADVICE).filter(([field]) =>
    fields.has(field as FieldChange["field"]),
  );
  return [
    ...advice.map(([, text]) => text),
    ...(gone > 0
      ? [
          "An entry that is gone: retire it, if the API no longer sends it. (--partial: the document lists some errors only.)",
        ]
      : []),
  ];
}

function quote(value: unknown): string {
  return showUnseen(JSON.stringify(value));
}

/** The same for a program: one JSON document. */
export function printImportJson(
  { evidence, rows, known, proposals, gone, unread, problems }: Imported,
  files: readonly string[],
): string {
  return JSON.stringify(
    {
      document: evidence.document,
      evidence: evidence.isKnown ? "known" : "new",
      rows: rows.length,
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
      gone: gone.map(({ name, code }) => ({ name, code })),
      unread,
      problems: problems.map(
        ({ rule, severity, message, hint, location: { file, line, column } }) => ({
          rule,
          severity,
          message,
          hint,
          file,
          line,
          column,
        }),
      ),
      files,
    },
    undefined,
    2,
  );
}
