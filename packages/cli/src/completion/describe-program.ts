import type { Argument, Command, Option } from "commander";
import { entries } from "../generated/entries.js";
import { loaders } from "../generated/loaders.js";
import { visible } from "../text/visible.js";

/** The program, as a shell completes it. */
export interface CompletedProgram {
  readonly name: string;
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
  /** The names and codes of the errors. */
  readonly errors: readonly Word[];
}

/** A command, its options and the values of its arguments. */
export interface CompletedCommand extends Word {
  readonly options: readonly CompletedOption[];
  readonly values: Values;
}

/** An option, and its values where it takes one. */
interface CompletedOption extends Word {
  readonly values: Values | undefined;
}

/** The values of an argument or an option: some words, the errors, files, or nothing known. */
export type Values = readonly string[] | "errors" | "files";

/** A word, and what it means. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
}

/** Describes a program by what its commands declare. */
export function describeProgram(program: Command): CompletedProgram {
  const names = program.commands.map((command) => command.name());
  const help = { word: "help", meaning: "show the help of a command", options: [], values: names };
  return {
    name: program.name(),
    options: describeOptions(program),
    commands: [...program.commands.map(describeCommand), help],
    errors: [...describeNames(), ...describeCodes()],
  };
}

function describeNames(): readonly Word[] {
  return entries.map(({ name, code, message }) => ({
    word: name,
    meaning: toMeaning(`${code} ${message}`),
  }));
}

/** A code that several errors share is one word. */
function describeCodes(): readonly Word[] {
  const codes = [...new Set(entries.map(({ code }) => code))].filter(isPlain);
  return codes.map((code) => {
    const names = entries.filter((entry) => entry.code === code).map(({ name }) => name);
    return { word: code, meaning: toMeaning(names.join(", ")) };
  });
}

function describeCommand(command: Command): CompletedCommand {
  const [argument] = command.registeredArguments;
  return {
    word: command.name(),
    meaning: toMeaning(command.summary()),
    options: describeOptions(command),
    values: argument === undefined ? [] : valuesOf(argument, argument.name()),
  };
}

function describeOptions(command: Command): readonly CompletedOption[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      word: option.long ?? option.short ?? "",
      meaning: toMeaning(option.description),
      values:
        option.required || option.optional ? valuesOf(option, placeholder(option)) : undefined,
    }));
}

function placeholder({ flags }: Option): string {
  return /[<[]([\w-]+)/.exec(flags)?.[1] ?? "";
}

/** Values have a list of choices, or else a placeholder that says what they are. */
function valuesOf({ argChoices }: Argument | Option, name: string): Values {
  if (argChoices !== undefined) return argChoices.filter(isPlain);
  if (name === "what") return "errors";
  if (name === "file") return "files";
  return name === "tag" ? Object.keys(loaders) : [];
}

/** Whether no shell reads more into a word. */
function isPlain(word: string): boolean {
  return /^[\w.-]+$/.test(word);
}

function toMeaning(text: string): string {
  return visible(text.replaceAll(/\s+/g, " "), 70);
}
