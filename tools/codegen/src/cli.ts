import { Command, CommanderError, Option } from "commander";
import pc from "picocolors";
import { type Catalog, generateCommand } from "./catalog/catalog.js";
import { coveragePercent, localeState } from "./catalog/locale-state.js";
import { buildFiles } from "./commands/build-files.js";
import { addDiffCommands } from "./commands/diff.js";
import { addImportCommand } from "./commands/import.js";
import { addInitCommand } from "./commands/init.js";
import { addLocaleCommands } from "./commands/locale.js";
import type { Run } from "./commands/run.js";
import { watch } from "./commands/watch.js";
import { fromCurrentFolder } from "./problem/from-current-folder.js";
import { printProblems, printProblemsBriefly } from "./problem/print-problems.js";
import { printProblemsGithub } from "./problem/print-problems-github.js";
import { printProblemsJson } from "./problem/print-problems-json.js";
import { hasErrors, type Problem } from "./problem/problem.js";
import { UserError } from "./problem/user-error.js";
import type { FileChanges } from "./write/compare-files.js";
import type { OutputFile } from "./write/output-file.js";
import { write } from "./write/write.js";

/** Exit codes: 0 fine, 1 found something, 2 wrong usage. */
const FOUND = 1;
const USAGE = 2;

/** Runs the command line on these arguments, and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const run: Run = async (action) => {
    exitCode = await tell(action);
  };
  const program = new Command("codegen")
    .description("Turns an API's error table into types, a validator and localized messages.")
    .configureOutput({
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
    })
    .exitOverride();

  command(
    program,
    run,
    "generate",
    "write what the catalog gives; with mistakes in the catalog, nothing is written",
    (made) => {
      const { catalog, files, drift, say } = made;
      write(catalog.directory, drift);
      const changed = drift.outdated.length + drift.missing.length + drift.unexpected.length;
      say(`${printCounts(catalog, files)}, ${count(changed, "file")} changed`);
      for (const line of printDrift(drift, ["updated", "added", "removed"])) say(line);
      return 0;
    },
  );

  command(
    program,
    run,
    "check",
    "compare the generated files with what the catalog gives; nothing is written",
    (made) => {
      const lines = printDrift(made.drift, ["stale", "missing", "unexpected"]);
      if (lines.length === 0) {
        made.say(`${printCounts(made.catalog, made.files)}, all as the catalog gives them`);
        return 0;
      }
      console.error(lines.join("\n"));
      console.error(
        pc.red(`${count(lines.length, "generated file")} out of step with the catalog.`),
        runGenerate(made.catalog),
      );
      return FOUND;
    },
  );

  command(
    program,
    run,
    "lint",
    "check the catalog and its translations; nothing is written",
    ({ catalog, files, problems, say }, { release }) => {
      say(`${printCounts(catalog, files)}: ${printTotals(problems)}`);
      if (release !== true || problems.length === 0) return 0;
      console.error(
        pc.red(
          "A release waits until every draft is decided, and every text there and up to date.",
        ),
      );
      return FOUND;
    },
  ).option(
    "--release",
    "fail on warnings too: drafts, and missing and stale texts, stop a release",
  );

  program
    .command("watch")
    .description("generate on every change, and tell of problems as they come and go")
    .option("--catalog <dir>", "the catalog's folder", "schemas")
    .action(({ catalog }: Options) => run(() => watch(catalog)));
  addInitCommand(program, run);
  addDiffCommands(program, run);
  addImportCommand(program, run);
  addLocaleCommands(program, run);

  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : USAGE;
  }
  return exitCode;
}

/** A checked catalog, and the files that it gives. */
interface Made {
  readonly catalog: Catalog;
  readonly files: readonly OutputFile[];
  readonly drift: FileChanges;
  readonly problems: readonly Problem[];
  /** Tells a person: on stdout, or on stderr where stdout is for a program. */
  readonly say: (line: string) => void;
}

interface Options {
  readonly catalog: string;
  readonly format: "text" | "json" | "github";
  readonly release?: true;
}

function command(
  program: Command,
  run: Run,
  name: string,
  description: string,
  action: (made: Made, options: Options) => number,
): Command {
  return program
    .command(name)
    .description(description)
    .option("--catalog <dir>", "the catalog's folder", "schemas")
    .addOption(
      new Option("--format <format>", "how problems are told: github makes annotations")
        .choices(["text", "json", "github"])
        .default("text"),
    )
    .action((options: Options) =>
      run(async () => {
        const made = await make(options, name);
        return made === undefined ? FOUND : action(made, options);
      }),
    );
}

/** Runs a command, and tells what stands in its way. */
async function tell(action: () => Promise<number>): Promise<number> {
  try {
    return await action();
  } catch (error) {
    // A wrong request, a folder that cannot be written, a full disk. Anything else is a bug, and wants its stack.
    const isSystem = error instanceof Error && "syscall" in error;
    if (!isSystem && !(error instanceof UserError)) throw error;
    console.error(
      pc.red(`${error.message}.`),
      ...(isSystem ? ["Mend that, and run it again."] : []),
    );
    return error instanceof UserError ? error.exitCode : FOUND;
  }
}

/** Checks the catalog, reports what is wrong with it, and makes its files in memory. */
async function make(
  { catalog: folder, format }: Options,
  command: string,
): Promise<Made | undefined> {
  const { catalog, files, drift, problems } = await buildFiles(folder);
  const print = command === "lint" ? printProblems : printProblemsBriefly;
  if (catalog === undefined || hasErrors(problems)) {
    report(fromCurrentFolder(problems, folder), format, print);
    console.error(pc.red(`${printTotals(problems)}.`), "The generated files are as they were.");
    return undefined;
  }
  // In text the drift is a list of its own.
  const driftProblems =
    command === "check" && format !== "text" ? driftAsProblems(catalog, drift) : [];
  report(fromCurrentFolder([...problems, ...driftProblems], folder), format, print);
  const say = format === "text" ? console.log : console.error;
  return { catalog, files, drift, problems, say };
}

/** Tells the problems: a person on stderr, a program on stdout. */
function report(
  problems: readonly Problem[],
  format: Options["format"],
  print: typeof printProblems,
): void {
  if (format === "json") console.log(printProblemsJson(problems));
  else if (problems.length === 0) return;
  else if (format === "github") console.log(printProblemsGithub(problems));
  else console.error(`${print(problems, pc)}\n`);
}

function runGenerate({ manifest }: Catalog): string {
  return `Run ${generateCommand(manifest)}.`;
}

function driftAsProblems(
  catalog: Catalog,
  { outdated, missing, unexpected }: FileChanges,
): Problem[] {
  const problem = (file: string, message: string): Problem => ({
    rule: "generated",
    severity: "error",
    message,
    hint: runGenerate(catalog),
    location: { file, line: 1, column: 1 },
  });
  return [
    ...outdated.map(({ path }) => problem(path, "stale: the catalog gives another content")),
    ...missing.map(({ path }) => problem(path, "missing: the catalog gives this file")),
    ...unexpected.map((path) => problem(path, "unexpected: the catalog does not give this file")),
  ];
}

/** The files of each kind, with a word for each. */
function printDrift(
  { outdated, missing, unexpected }: FileChanges,
  words: readonly [stale: string, missing: string, unexpected: string],
): string[] {
  const paths = [outdated.map(({ path }) => path), missing.map(({ path }) => path), unexpected];
  return paths.flatMap((some, index) =>
    some.map((path) => `  ${words[index]?.padEnd(10)} ${path}`),
  );
}

function printCounts(catalog: Catalog, files: readonly OutputFile[]): string {
  const { entries, locales } = catalog;
  const documented = entries.filter((entry) => entry.documented).length;
  const counts = `${count(entries.length, "entry", "entries")} (${documented} documented)`;
  return `${counts}, ${count(locales.length, "locale")} (${printCoverage(catalog)}), ${count(files.length, "file")}`;
}

function printCoverage(catalog: Catalog): string {
  return catalog.locales
    .map((locale) => `${locale.tag} ${coveragePercent(localeState(catalog, locale))}%`)
    .join(", ");
}

function printTotals(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return `${count(errors, "error")}, ${count(problems.length - errors, "warning")}`;
}

function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
