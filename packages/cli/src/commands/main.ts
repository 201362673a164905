import { CommanderError } from "commander";
import { createProgram } from "./create-program.js";

/**
 * Runs the command line and sets the exit code. `packageFile` is the package that `--version` tells
 * the version of.
 */
export async function main(argv: readonly string[], packageFile: URL): Promise<void> {
  // `| head` closes the pipe: that is not an error, and the exit code is still what was found.
  process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") return;
    console.error(`error: the output cannot be written: ${message}`);
    process.exit(2);
  });
  process.stderr.on("error", () => undefined);
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
