import { api } from "../generated/api.js";

/** Takes the exit code: 0 for success, 1 if something was found, 2 for wrong usage. */
export type Exit = (code: 0 | 1 | 2) => void;

/**
 * Returns the end of a command's help: examples, and the exit codes. `%s` stands for the program
 * where a command line does not begin with it, or goes on after it.
 */
export function examples(
  lines: readonly (readonly [command: string, what: string])[],
  exitCodes: string,
): string {
  const printed = lines.map(([command, what]) => {
    const line = PROGRAM.test(command)
      ? command.replace(PROGRAM, api.command)
      : `${api.command} ${command}`;
    return `  # ${what}\n  ${line}`;
  });
  return `\nExamples:\n${printed.join("\n")}\n\n${exitCodes}`;
}

/** Matches the program's place. A text of the API that is asked for may have the same sign. */
const PROGRAM = /(?<=^|\| )%s(?= )/;

/** Writes a word of a command line as a shell reads it. */
export function quoteForShell(word: string): string {
  return /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
