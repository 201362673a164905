import pc from "picocolors";
import { type Catalog, generateCommand } from "../catalog/catalog.js";
import { showInLine } from "../characters/unseen.js";
import { buildFiles } from "../generate/build-files.js";
import { type ChangedFile, listChanges } from "../generate/changed-file.js";
import { findChangedVersions } from "../generate/changed-versions.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { printProblemsBriefly } from "../problem/print-problems.js";
import { createProblem, hasErrors, startOf } from "../problem/problem.js";
import { count } from "../std/count.js";
import { describeLineEndings } from "./output/line-endings.js";
import { formatOption, printLine, reportProblems } from "./output/report-problems.js";
import { reportSkipped } from "./output/report-skipped.js";
import { printCounts, printTotals } from "./output/summary.js";
import { type Command, defineCommand } from "./program/command.js";

/** The states of a file that generating would change. */
const STATES: Readonly<Record<ChangedFile["change"], string>> = {
  updated: "out of date",
  added: "not generated yet",
  removed: "no longer generated",
};

/** `codegen check`. */
export const command: Command = defineCommand({
  name: "check",
  summary: "verify that the generated files are up to date; writes nothing",
  examples: ["check", "check --format github"],
  options: { format: formatOption },
  async run({ catalog: folder, format, custom }) {
    const { catalog, emitted, changes, problems } = await buildFiles(folder, { custom });
    reportSkipped(catalog, custom);
    const fix = `Run ${catalog === undefined ? "" : generateCommand(catalog.manifest)}.`;
    const changed = listChanges(changes);
    // A person reads the files as a list of their own.
    const outdated = (format === "text" ? [] : changed).map(({ path, change }) =>
      createProblem("generated", startOf(path), STATES[change], { hint: fix }),
    );
    reportProblems([...problems, ...outdated], { folder, format, print: printProblemsBriefly });
    if (catalog === undefined || hasErrors(problems)) {
      console.error(pc.red(`${printTotals(problems)}.`));
      return 1;
    }
    if (changed.length === 0) {
      printLine(`${printCounts(catalog, emitted.files.length)}, all up to date`, format);
      return 0;
    }
    for (const line of describeChangedVersions(catalog)) console.error(line);
    for (const { path, change } of changed)
      console.error(
        `  ${STATES[change].padEnd(19)} ${showInLine(pathFromCurrentFolder(catalog.directory, path))}`,
      );
    const files = count(changed.length, "generated file is", "generated files are");
    console.error(pc.red(`${files} out of date.`), fix);
    for (const line of describeLineEndings(catalog, changed, emitted)) console.error(line);
    return 1;
  },
});

function describeChangedVersions(catalog: Catalog): readonly string[] {
  return findChangedVersions(catalog).map(
    ({ name, before, after }) =>
      `${name} is installed as ${showInLine(after)}, and the files were generated from ${showInLine(before)}.`,
  );
}
