import { CommanderError } from "commander";
import { watchOutput } from "../terminal/watch-output.js";
import { createProgram } from "./create-program.js";

/**
 * Runs the command line and sets the exit code. `packageFile` is the package that `--version` tells
 * the version of.
 */
export async function main(argv: readonly string[], packageFile: URL): Promise<void> {
  watchOutput();
  try {
    const program = createProgram((code) => {
      process.exitCode = code;
    }, packageFile);
    await program.parseAsync(argv.map(asQuestion));
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) process.exitCode = 0;
      return;
    }
    console.error(error);
  }
}

/**
 * Puts a blank before `-1007: Timeout`. Commander takes what begins with a hyphen for an option,
 * unless it is a number and nothing else; blanks around a question do not count.
 */
function asQuestion(argument: string): string {
  return /^-\d+(?!\.\d)\D/.test(argument) ? ` ${argument}` : argument;
}
