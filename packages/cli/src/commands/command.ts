import { wrap } from "../terminal/width.js";

/** Takes the exit code: 0 for success, 1 for what the command's help says, 2 for wrong usage. */
export type Exit = (code: 0 | 1 | 2) => void;

/** Returns the end of a command's help: examples, each a whole command line, and the exit codes. */
export function examples(
  lines: readonly (readonly [command: string, what: string])[],
  exitCodes: string,
): string {
  const printed = lines.map(([command, what]) => `  # ${what}\n  ${command}`);
  // The width that commander breaks the rest of the help at.
  const ending = wrap(exitCodes, process.stdout.columns || 80);
  return `\nExamples:\n${printed.join("\n")}\n\n${ending.join("\n")}`;
}

/** Takes a list with commas between its items, which several uses of the option make longer. */
export function joinList(list: string, previous?: string): string {
  return previous === undefined ? list : `${previous},${list}`;
}

/** Writes a word of a command line as a shell reads it. */
export function quoteForShell(word: string): string {
  return /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
