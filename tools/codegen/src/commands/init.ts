import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { type Command, Option } from "commander";
import pc from "picocolors";
import { initCatalog } from "../init/init-catalog.js";
import { initPackages } from "../init/init-packages.js";
import { type InitOptions, planInit } from "../init/init-plan.js";
import { nextSteps } from "../init/next-steps.js";
import { UserError } from "../problem/user-error.js";
import { writeFiles } from "../write/write.js";
import type { Run } from "./run.js";

/** Adds `init`. `run` reports what it throws and sets the exit code. */
export function addInitCommand(program: Command, run: Run): void {
  program
    .command("init")
    .description("start a catalog in a new folder, with two entries; nothing is overwritten")
    .argument("[folder]", "the catalog's folder", "schemas")
    .addOption(
      new Option("--layout <layout>", "what is generated: one folder of sources, or three packages")
        .choices(["folder", "packages"])
        .default("folder"),
    )
    .option("--id <id>", "the catalog's identity; by default the project's name, and -errors")
    .option("--title <title>", "what it is called, such as Acme API errors")
    .option("--source <dir>", "where the sources go; by default src/<id>, or packages")
    .option("--name <name>", "what the packages' names begin with; by default the scope and <id>")
    .option(
      "--envelope <member>",
      "the member that holds code and text, where they are not the body's own",
    )
    .option("--code <member>", "the member that holds an error's code", "code")
    .option("--message <member>", "the member that holds an error's text", "message")
    .option("--table <document>", "start with no entries: this error table will be imported")
    .action((folder: string, options: InitOptions) => run(async () => init(folder, options)));
}

function init(folder: string, options: InitOptions): number {
  const { plan, faults } = planInit(process.cwd(), folder, options);
  if (faults.length > 0) throw new UserError(faults.join("\n"));
  const files = [...initCatalog(plan), ...initPackages(plan)];
  const obstacles = [
    ...files.map(({ path }) => path).filter((path) => existsSync(join(plan.root, path))),
    ...Object.values(plan.sources).filter((source) => !isFree(join(plan.root, source))),
    ...[posix.join(plan.folder, "generated")].filter((path) => !isFree(join(plan.root, path))),
  ];
  if (obstacles.length > 0) {
    for (const path of obstacles) console.error(`  ${path}`);
    throw new UserError(
      "These are there already: move them, or choose another folder, --id or --source; nothing was written",
      1,
    );
  }
  writeFiles(plan.root, files);
  for (const { path } of files) console.log(`  ${path}`);
  const entries = plan.table === undefined ? "two entries to start from" : "no entries yet";
  console.log(`\n${pc.green(`${plan.title} (${plan.id})`)}: ${entries}. Next:\n`);
  for (const [command, what] of nextSteps(plan)) console.log(`  ${command}\n    ${pc.dim(what)}`);
  return 0;
}

/** Whether nothing is in the way of generated files. */
function isFree(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return !existsSync(folder);
  }
}
