import { readFileSync } from "node:fs";
import { Command as CommanderCommand, Option } from "commander";
import type {
  Command,
  CommonValues,
  DescribedCommand,
  DescribedGroup,
  ExitCode,
  OptionSpec,
} from "./command.js";
import { packageVersion } from "./package-version.js";
import { runCommand } from "./run-command.js";

const COMMANDS = new URL("../", import.meta.url);

/** Returns the parser of command lines. It calls `exit` with the exit code of the command. */
export function createProgram(exit: (code: ExitCode) => void): CommanderCommand {
  const program = new CommanderCommand("codegen")
    .description("Turns an API's error table into types, a validator and localized messages.")
    .version(packageVersion(), "--version", "print the version")
    .configureOutput({
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
    })
    .exitOverride();
  // Written by describe-commands.js.
  const described = readFileSync(new URL("described.json", COMMANDS), "utf8");
  addCommands(program, JSON.parse(described), exit);
  return program;
}

function addCommands(
  parent: CommanderCommand,
  commands: readonly (DescribedCommand | DescribedGroup)[],
  exit: (code: ExitCode) => void,
): void {
  for (const described of commands) {
    const command = parent.command(described.name).description(described.summary);
    if ("commands" in described) addCommands(command, described.commands, exit);
    else addCommand(command, described, exit);
  }
}

function addCommand(
  parser: CommanderCommand,
  command: DescribedCommand,
  exit: (code: ExitCode) => void,
): void {
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
    // A command takes long to import, with all that it does.
    const { href } = new URL(command.module, COMMANDS);
    const imported = (await import(href)) as { readonly command: Command };
    exit(await runCommand(() => imported.command.run(values as CommonValues)));
  });
}

function toOption(key: string, spec: OptionSpec): Option {
  const long = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const value = spec.value ?? (spec.choices === undefined ? undefined : `<${key}>`);
  const option = new Option(value === undefined ? long : `${long} ${value}`, spec.summary);
  if (spec.choices !== undefined) option.choices(spec.choices);
  if (spec.default !== undefined) option.default(spec.default);
  if (spec.isList) {
    const typed: string[] = [];
    option.argParser((list: string) => {
      typed.push(list);
      return typed.join(",");
    });
  }
  return option;
}

/** The flags, none of them set: commander leaves out what was not typed. */
function flagsOf({ options }: DescribedCommand): Record<string, false> {
  const flags = Object.entries(options).filter(([, { value, choices }]) => !value && !choices);
  return Object.fromEntries(flags.map(([key]) => [key, false]));
}
