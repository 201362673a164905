import type { Colors } from "picocolors/types.js";
import { escapeUnseenJson, showInLine } from "../characters/unseen.js";
import { problemToJson } from "../problem/print-problems-json.js";
import type { Problem } from "../problem/problem.js";
import type { Inventory, Use, UseGroup } from "./inventory.js";

/** Prints an inventory for a person. */
export function printInventory(inventory: Inventory, colors: Colors): string {
  const { documents, different, near, sameText, shareable } = inventory;
  const width = Math.max(0, ...documents.map(({ file }) => showInLine(file).length));
  const counts = documents.map(
    (each) =>
      `  ${showInLine(each.file).padEnd(width)}  ${each.codes} codes: ${each.shareable} to share, ${each.different} different, ${each.codes - each.shareable - each.different} of its own`,
  );
  return [
    [colors.bold("Documents"), ...counts].join("\n"),
    ...printSection("The same code with other texts or statuses", different, colors),
    ...printSection("Codes that are near each other", near, colors),
    ...printSection("The same text under other codes", sameText, colors),
    ...printSection("The same in several documents: one catalog can hold these", shareable, colors),
  ].join("\n\n");
}

function printSection(title: string, groups: readonly UseGroup[], colors: Colors): string[] {
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ codes, uses }) => [
    `  ${colors.yellow(showInLine(codes.join(", ")))}`,
    ...uses.map((use) => `    ${printUse(use, codes.length > 1)}`),
  ]);
  return [[`${colors.bold(title)} (${groups.length})`, ...lines].join("\n")];
}

function printUse({ file, line, code, httpStatus, message }: Use, hasCodes: boolean): string {
  const status = httpStatus === null ? "no status" : `HTTP ${httpStatus}`;
  const text = message === "" ? "no text" : JSON.stringify(message);
  return showInLine(`${file}:${line} ${hasCodes ? `${code} ` : ""}(${status}) ${text}`);
}

/** Prints the same for programs: one JSON document. */
export function printInventoryJson(inventory: Inventory, problems: readonly Problem[]): string {
  const report = { ...inventory, problems: problems.map(problemToJson) };
  return escapeUnseenJson(JSON.stringify(report, undefined, 2));
}
