import { Command } from "commander";
import pc from "picocolors";
import type { Catalog } from "./catalog.js";
import { check } from "./check.js";
import { emit, generatedFolders, type OutputFile } from "./emit.js";
import { addLocaleCommands, CommandError } from "./locale-commands.js";
import { coveragePercent, localeState } from "./locale-state.js";
import { hasErrors, type Problem, printProblems } from "./problem.js";
import { type Drift, findDrift, write } from "./write.js";

/** Exit codes: 0 fine, 1 found something, 2 wrong usage. */
const FOUND = 1;
const USAGE = 2;

const program = new Command("codegen")
  .description("Turns an error catalog into types, a validator and message bundles.")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE));

command(
  "generate",
  "write what the catalog gives; with mistakes in the catalog, nothing is written",
  (made) => {
    const { catalog, files, drift } = made;
    write(catalog.directory, drift);
    const changed = drift.stale.length + drift.missing.length + drift.unexpected.length;
    console.log(`${printCounts(catalog, files)}, ${count(changed, "file")} changed`);
    for (const line of printDrift(drift)) console.log(line);
    return 0;
  },
);

command(
  "check",
  "compare the generated files with what the catalog gives; nothing is written",
  (made) => {
    const lines = printDrift(made.drift);
    if (lines.length === 0) {
      console.log(`${printCounts(made.catalog, made.files)}, all as the catalog gives them`);
      return 0;
    }
    console.error(lines.join("\n"));
    console.error(
      pc.red(`${count(lines.length, "generated file")} out of step with the catalog.`),
      "Run pnpm generate.",
    );
    return FOUND;
  },
);

command(
  "lint",
  "check the catalog and its translations; nothing is written",
  ({ catalog, files, problems }, { release }) => {
    console.log(`${printCounts(catalog, files)}: ${printTotals(problems)}`);
    if (release !== true || problems.length === 0) return 0;
    console.error(pc.red("A release waits until every text is there and up to date."));
    return FOUND;
  },
).option("--release", "fail on warnings too: missing and stale texts stop a release");

addLocaleCommands(program, run);

await program.parseAsync();

/** A checked catalog, and the files that it gives. */
interface Made {
  readonly catalog: Catalog;
  readonly files: readonly OutputFile[];
  readonly drift: Drift;
  readonly problems: readonly Problem[];
}

interface Options {
  readonly catalog: string;
  readonly release?: true;
}

function command(
  name: string,
  description: string,
  action: (made: Made, options: Options) => number,
): Command {
  return program
    .command(name)
    .description(description)
    .option("--catalog <dir>", "the catalog's folder", "schemas")
    .action((options: Options) =>
      run(async () => {
        const made = await make(options.catalog);
        return made === undefined ? FOUND : action(made, options);
      }),
    );
}

/** Runs a command, and tells what stands in its way. */
async function run(action: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await action();
  } catch (error) {
    // A wrong request, a folder that cannot be written, a full disk. Anything else is a bug, and wants its stack.
    const isSystem = error instanceof Error && "syscall" in error;
    if (!isSystem && !(error instanceof CommandError)) throw error;
    console.error(
      pc.red(`${error.message}.`),
      ...(isSystem ? ["Mend that, and run it again."] : []),
    );
    process.exitCode = FOUND;
  }
}

/** Checks the catalog, reports what is wrong with it, and makes its files in memory. */
async function make(folder: string): Promise<Made | undefined> {
  const checked = await check(folder);
  const { catalog } = checked;
  const usable = catalog !== undefined && !hasErrors(checked.problems);
  const emitted = usable ? await emit(catalog) : { files: [], problems: [] };
  const problems = [...checked.problems, ...emitted.problems];
  if (problems.length > 0) console.error(`${printProblems(problems, pc)}\n`);
  if (catalog === undefined || hasErrors(problems)) {
    console.error(pc.red(`${printTotals(problems)}.`), "The generated files are as they were.");
    return undefined;
  }
  const { files } = emitted;
  const drift = findDrift(catalog.directory, files, generatedFolders(catalog));
  return { catalog, files, drift, problems };
}

function printDrift({ stale, missing, unexpected }: Drift): string[] {
  return [
    ...stale.map(({ path }) => `  stale      ${path}`),
    ...missing.map(({ path }) => `  missing    ${path}`),
    ...unexpected.map((path) => `  unexpected ${path}`),
  ];
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
