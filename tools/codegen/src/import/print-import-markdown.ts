import { showInLine } from "../characters/unseen.js";
import { escapeMarkdown } from "../std/escape-markdown.js";
import { markdownCode } from "../std/markdown-code.js";
import { lineOf } from "./formats/rows/row.js";
import type { Imported } from "./import-table.js";

/**
 * Prints what a document has otherwise than the catalog, for an issue; empty if it has nothing, so
 * that a script can tell.
 */
export function printImportMarkdown(imported: Imported): string {
  const { evidence, known, proposals, missing, problems } = imported;
  const changes = known.flatMap(({ entry, row, changes }) =>
    changes.map(
      ({ field, before, after }) =>
        `${code(entry.name)} (${text(entry.code)}), line ${lineOf(row)}, ${field}: ${code(before)} → ${code(after)}`,
    ),
  );
  const errors = problems.filter(({ severity }) => severity === "error");
  // The faults of a document that is evidence already were decided on before.
  const faults = evidence.isKnown ? [] : errors;
  const sections = [
    section(
      "New",
      proposals.map(
        ({ entry, row }) =>
          `${text(entry.code)}, line ${lineOf(row)}: ${code(entry.message)} (proposed name: ${code(entry.name)})`,
      ),
    ),
    section("Changed", changes),
    section(
      "Missing",
      missing.entries.map((entry) => `${code(entry.name)} (${text(entry.code)})`),
    ),
    section(
      "Not read",
      faults.map(({ location, message }) => `line ${location.line}: ${text(message)}`),
    ),
  ].filter((each) => each !== "");
  if (sections.length === 0) return "";
  const head = `${code(evidence.document)} differs from the catalog. Import it with ${code("codegen import")}.`;
  return [head, ...sections].join("\n\n");
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `### ${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function text(value: string): string {
  return escapeMarkdown(showInLine(value));
}

function code(value: unknown): string {
  return markdownCode(showInLine(typeof value === "string" ? value : JSON.stringify(value)));
}
