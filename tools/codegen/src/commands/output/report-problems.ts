import { resolve } from "node:path";
import pc from "picocolors";
import { fromCurrentFolder } from "../../problem/from-current-folder.js";
import { type PrintOptions, printProblems } from "../../problem/print-problems.js";
import { printProblemsGithub } from "../../problem/print-problems-github.js";
import { printProblemsJson } from "../../problem/print-problems-json.js";
import type { Problem } from "../../problem/problem.js";
import { posixRelative } from "../../std/posix-path.js";
import { contains } from "../../write/contains.js";

/** The formats of reports: for a person, for a program, and as annotations of a GitHub workflow. */
export const REPORT_FORMATS = ["text", "json", "github"] as const;

/** The formats in which commands report problems. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The option `--format` of commands that report the problems of a catalog. */
export const formatOption: {
  readonly summary: string;
  readonly choices: typeof REPORT_FORMATS;
  readonly default: "text";
} = {
  summary: "how problems are reported (github: workflow annotations)",
  choices: REPORT_FORMATS,
  default: "text",
};

/**
 * Reports problems: to a person on stderr, to a program on stdout.
 * `print` chooses how much a person sees.
 */
export function reportProblems(
  problems: readonly Problem[],
  {
    folder,
    format,
    print = printProblems,
  }: {
    /** The folder that paths are relative to; absent if they are as the user typed them. */
    readonly folder?: string;
    readonly format: ReportFormat;
    readonly print?: (problems: readonly Problem[], options: PrintOptions) => string;
  },
): void {
  const seen = format === "github" ? problemsFromWorkspace : fromCurrentFolder;
  const located = folder === undefined ? problems : seen(problems, folder);
  if (format === "json") console.log(printProblemsJson(located));
  else if (problems.length === 0) return;
  else if (format === "github") console.log(printProblemsGithub(located));
  else console.error(`${print(located, { colors: pc.isColorSupported })}\n`);
}

/** The problems with paths as GitHub shows annotations at: from the repository's folder. */
function problemsFromWorkspace(problems: readonly Problem[], folder: string): Problem[] {
  const workspace = process.env.GITHUB_WORKSPACE;
  const isInside = workspace !== undefined && contains(resolve(workspace), resolve(folder));
  if (!isInside) return fromCurrentFolder(problems, folder);
  return problems.map((problem) => {
    const file = resolve(folder, problem.location.file);
    const path = posixRelative(workspace, file);
    return { ...problem, location: { ...problem.location, file: path } };
  });
}

/** Prints a line for a person: on stdout, or on stderr where stdout is for a program. */
export function printLine(line: string, format: ReportFormat): void {
  if (format === "text") console.log(line);
  else console.error(line);
}
