import pc from "picocolors";
import { ownPart } from "../catalog/own-part.js";
import { buildFiles } from "../generate/build-files.js";
import { printFirstProblems, printProblems } from "../problem/print-problems.js";
import { hasErrors } from "../problem/problem.js";
import { printProgress } from "./output/progress.js";
import { formatOption, printLine, reportProblems } from "./output/report-problems.js";
import { reportSkipped } from "./output/report-skipped.js";
import { printCounts, printTotals } from "./output/summary.js";
import { type Command, defineCommand } from "./program/command.js";

/** `codegen lint`. */
export const command: Command = defineCommand({
  name: "lint",
  summary: "validate the catalog and its translations; writes nothing",
  examples: ["lint", "lint --release --format github"],
  options: {
    format: formatOption,
    all: { summary: "print every warning, also where a rule has more than twenty" },
    release: {
      summary:
        "treat warnings as errors (undecided drafts, missing or stale texts), as a release does",
    },
  },
  async run({ catalog: folder, format, all, release, custom }) {
    // Problems that emitters find are problems of the catalog too.
    const { catalog, emitted, problems } = await buildFiles(folder, { custom });
    reportSkipped(catalog, custom);
    reportProblems(problems, { folder, format, print: all ? printProblems : printFirstProblems });
    if (catalog === undefined || hasErrors(problems)) {
      console.error(pc.red(`${printTotals(problems)}.`));
      return 1;
    }
    printLine(`${printCounts(catalog, emitted.files.length)}: ${printTotals(problems)}`, format);
    for (const line of printProgress(ownPart(catalog), pc)) printLine(line, format);
    const waiting = problems.filter(({ isAdvice }) => isAdvice !== true);
    if (!release || waiting.length === 0) return 0;
    const rules = [...new Set(waiting.map(({ rule }) => rule))].join(", ");
    console.error(pc.red("Not ready to release:"), `fix the warnings of ${rules}.`);
    return 1;
  },
});
