import type { Command } from "commander";
import { type CompletedProgram, describeProgram } from "./describe-program.js";
import { printBash } from "./print-bash.js";
import { printFish } from "./print-fish.js";
import { printZsh } from "./print-zsh.js";

/** The shells, and what prints the script of each. */
const PRINTERS: Readonly<Record<string, (program: CompletedProgram) => string>> = {
  bash: printBash,
  zsh: printZsh,
  fish: printFish,
};

/** Prints the script that completes the words of a program in a shell. */
export function completion(program: Command, shell: string): void {
  const print = PRINTERS[shell];
  if (print === undefined) throw new TypeError(`${shell} is not a shell that is known`);
  process.stdout.write(print(describeProgram(program)));
}
