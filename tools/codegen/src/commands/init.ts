import { type Command, Option } from "commander";
import pc from "picocolors";
import { findExisting } from "../init/find-existing.js";
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
    .description("start a catalog in a new folder, with two entries; overwrites nothing")
    .argument("[folder]", "the catalog's folder", "schemas")
    .addOption(
      new Option("--layout <layout>", "generate one folder of source code, or three packages")
        .choices(["folder", "packages"])
        .default("folder"),
    )
    .option("--id <id>", "identity of the catalog (default: <project>-errors)")
    .option("--title <title>", "title of the catalog, such as Acme API errors")
    .option("--out <dir>", "folder for the generated code (default: src/<id>, or packages)")
    .option("--name <name>", "prefix of the package names (default: @scope/<id>)")
    .option("--error <member>", "the member that holds code and text, if the body itself does not")
    .option("--code <member>", "the member that holds the code of an error", "code")
    .option("--message <member>", "the member that holds the text of an error", "message")
    .option("--table <document>", "start without entries, for the import of this error table")
    .action((folder: string, options: InitOptions) => run(async () => init(folder, options)));
}

function init(folder: string, options: InitOptions): number {
  const { plan, errors } = planInit(process.cwd(), folder, options);
  if (errors.length > 0) throw new UserError(errors.join("\n"));
  const files = [...initCatalog(plan), ...initPackages(plan)];
  const existing = findExisting(plan, files);
  if (existing.length > 0) {
    for (const path of existing) console.error(`  ${path}`);
    throw new UserError(
      "These already exist: move them, or choose another folder, --id or --out. Nothing was written.",
      1,
    );
  }
  writeFiles(plan.root, files);
  for (const { path } of files) console.log(`  ${path}`);
  const entries = plan.table === undefined ? "two entries to start from" : "no entries yet";
  console.log(`\n${pc.green(`${plan.title} (${plan.id})`)}: ${entries}. Next:\n`);
  for (const [step, what] of nextSteps(plan)) console.log(`  ${step}\n    ${pc.dim(what)}`);
  return 0;
}
