import pc from "picocolors";
import { UserError } from "../../problem/user-error.js";
import type { ExitCode } from "./command.js";
import { printBug } from "./print-bug.js";

/** Runs a command, prints what it throws, and returns the exit code. */
export async function runCommand(command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof UserError) {
      console.error(pc.red(`${error.message}.`));
      return error.exitCode;
    }
    // A folder that cannot be written, a full disk.
    if (error instanceof Error && "syscall" in error)
      console.error(pc.red(`${error.message}.`), "Fix this and run the command again.");
    else console.error(printBug(error, pc));
    return 1;
  }
}
