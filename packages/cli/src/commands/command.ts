import { api } from "../generated/api.js";

/** Takes the exit code: 0 for success, 1 if something was found, 2 for wrong usage. */
export type Exit = (code: 0 | 1 | 2) => void;

/**
 * Returns the end of a command's help: examples, and the exit codes. `%s` stands for the program in
 * longer command lines.
 */
export function examples(
  lines: readonly (readonly [command: string, what: string])[],
  exitCodes: string,
): string {
  const printed = lines.map(([command, what]) => {
    const line = command.includes("%s")
      ? command.replace("%s", api.command)
      : `${api.command} ${command}`;
    return `  # ${what}\n  ${line}`;
  });
  return `\nExamples:\n${printed.join("\n")}\n\n${exitCodes}`;
}
