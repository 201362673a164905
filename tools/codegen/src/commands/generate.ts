import pc from "picocolors";
import { buildAndWrite } from "../generate/generate.js";
import { printProblemsBriefly } from "../problem/print-problems.js";
import { hasErrors } from "../problem/problem.js";
import { count } from "../std/count.js";
import { printChangedFiles } from "./output/print-changed-files.js";
import { formatOption, printLine, reportProblems } from "./output/report-problems.js";
import { reportSkipped } from "./output/report-skipped.js";
import { printCounts, printTotals } from "./output/summary.js";
import { type Command, defineCommand } from "./program/command.js";

/** `codegen generate`. */
export const command: Command = defineCommand({
  name: "generate",
  summary: "generate the packages from the catalog; writes nothing if the catalog has errors",
  examples: ["generate", "generate --catalog errors --verbose"],
  options: {
    format: formatOption,
    verbose: { summary: "list every file that changed" },
  },
  async run({ catalog: folder, format, verbose, custom }) {
    const { build, changed } = await buildAndWrite(folder, { custom });
    const { catalog, emitted, problems } = build;
    reportSkipped(catalog, custom);
    reportProblems(problems, { folder, format, print: printProblemsBriefly });
    if (catalog === undefined || hasErrors(problems)) {
      console.error(pc.red(`${printTotals(problems)}.`), "No files were changed.");
      return 1;
    }
    const counts = printCounts(catalog, emitted.files.length);
    printLine(`${counts}, ${count(changed.length, "file")} changed`, format);
    for (const line of printChangedFiles(changed, build, verbose)) printLine(line, format);
    return 0;
  },
});
