import { Command as CommanderCommand, Option } from "commander";
import { discover, discoverOne } from "../../std/discover.js";
import type { Command, CommandGroup, CommonValues, ExitCode, OptionSpec } from "./command.js";
import { packageVersion } from "./package-version.js";
import { runCommand } from "./run-command.js";

const COMMANDS = new URL("../", import.meta.url);

/**
 * Returns the parser of these words. It has the command that they begin with, or all commands if
 * they begin with none, for the help. It calls `exit` with the exit code of the command.
 */
export async function createProgram(
  words: readonly string[],
  exit: (code: ExitCode) => void,
): Promise<CommanderCommand> {
  const program = new CommanderCommand("codegen")
    .description("Turns an API's error table into types, a validator and localized messages.")
    .version(packageVersion(), "--version", "print the version")
    .configureOutput({
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
    })
    .exitOverride();
  if (words[0] !== "--version") await addCommands(program, COMMANDS, words, exit);
  return program;
}

async function addCommands(
  parent: CommanderCommand,
  folder: URL,
  [word = "", ...rest]: readonly string[],
  exit: (code: ExitCode) => void,
): Promise<void> {
  // A command takes long to import, with all that it does.
  const asked = await discoverOne<Command | CommandGroup>(folder, "command", word);
  const commands =
    asked === undefined ? discover<Command | CommandGroup>(folder, "command") : [asked];
  for (const found of await commands) {
    const { name, summary } = found;
    const command = parent.command(name).description(summary);
    if ("folder" in found) await addCommands(command, found.folder, rest, exit);
    else addCommand(command, found, exit);
  }
}

function addCommand(parser: CommanderCommand, command: Command, exit: (code: ExitCode) => void) {
  const specs = Object.entries(command.arguments);
  for (const [name, { summary, isOptional, isRepeated }] of specs) {
    const words = isRepeated ? `${name}...` : name;
    parser.argument(isOptional ? `[${words}]` : `<${words}>`, summary);
  }
  for (const [key, spec] of Object.entries(command.options)) parser.addOption(toOption(key, spec));
  parser.option("--catalog <folder>", "the catalog's folder", "schemas");
  parser.option("--no-custom", "do not run the modules that the manifest names");
  if (command.examples !== undefined) {
    const lines = command.examples.map((example) => `  codegen ${example}`);
    parser.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
  }
  parser.action(async () => {
    const typed = specs.map(([name, { isRepeated }], index) => [
      name,
      isRepeated ? parser.args.slice(index) : parser.args[index],
    ]);
    const values = { ...flagsOf(command), ...parser.opts(), ...Object.fromEntries(typed) };
    exit(await runCommand(() => command.run(values as CommonValues)));
  });
}

function toOption(key: string, spec: OptionSpec): Option {
  const long = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const value = spec.value ?? (spec.choices === undefined ? undefined : `<${key}>`);
  const flags = [spec.short, long].filter((flag) => flag !== undefined).join(", ");
  const option = new Option(value === undefined ? flags : `${flags} ${value}`, spec.summary);
  if (spec.choices !== undefined) option.choices(spec.choices);
  if (spec.default !== undefined) option.default(spec.default);
  return option;
}

/** The flags, none of them set: commander leaves out what was not typed. */
function flagsOf({ options }: Command): Record<string, false> {
  const flags = Object.entries(options).filter(([, { value, choices }]) => !value && !choices);
  return Object.fromEntries(flags.map(([key]) => [key, false]));
}
