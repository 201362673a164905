import { CommanderError } from "commander";
import type { ExitCode } from "./commands/program/command.js";
import { createProgram } from "./commands/program/create-program.js";

export { watchOutput } from "./commands/program/watch-output.js";

/** Runs the command line with these arguments, and returns the exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // `--help` and `--version` end here too.
    return error.exitCode === 0 ? 0 : 2;
  }
  return exitCode;
}
