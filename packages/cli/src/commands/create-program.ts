import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { api } from "../generated/api.js";
import { type Exit, examples, quoteForShell } from "./command.js";
import { addCompletion } from "./completion.js";
import { addExplain } from "./explain.js";
import { addList } from "./list.js";
import { addMock } from "./mock.js";
import { addScan } from "./scan.js";

/** Returns the parser of the command line. */
export function createProgram(exit: Exit, packageFile: URL): Command {
  const { command } = api;
  const program = new Command(command)
    .description(`${api.title}.\n\n${api.description}`)
    .usage("<command> [options]")
    .option("--no-color", "print without colors")
    .option("--version", "print the version")
    .helpCommand("help [command]", "show the help of a command")
    .exitOverride()
    .addHelpText(
      "after",
      examples(
        [[`${command} explain ${quoteForShell(api.example.code)}`, "what does this code mean?"]],
        "Exit codes: 0 success; 1 not found, or found by scan --fail-on; 2 wrong usage.",
      ),
    );
  program.on("option:version", () => {
    const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
    console.log(version);
    throw new CommanderError(0, "commander.version", version);
  });
  addExplain(program, exit);
  addList(program, exit);
  addScan(program, exit);
  addMock(program, exit);
  addCompletion(program, exit);
  for (const each of program.commands) each.copyInheritedSettings(program).showHelpAfterError();
  return program;
}
