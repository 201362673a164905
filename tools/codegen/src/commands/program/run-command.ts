import pc from "picocolors";
import { showInLine, showUnseen } from "../../characters/unseen.js";
import { UserError } from "../../problem/user-error.js";
import type { ExitCode } from "./command.js";
import { printBug } from "./print-bug.js";

/** Runs a command, prints what it throws, and returns the exit code. */
export async function runCommand(command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    reportThrown(error, "Fix this and run the command again.");
    return error instanceof UserError ? error.exitCode : 1;
  }
}

/** Prints what was thrown; `next` says what follows an error of the system, such as a full disk. */
export function reportThrown(error: unknown, next: string): void {
  if (error instanceof UserError) console.error(pc.red(showUnseen(endSentence(error.message))));
  else if (error instanceof Error && "syscall" in error && error.syscall === "uv_cwd")
    console.error(pc.red("the current folder does not exist any more."), "Change to another one.");
  else if (error instanceof Error && "syscall" in error)
    console.error(pc.red(`${showInLine(error.message)}.`), next);
  else console.error(printBug(error, pc));
}

function endSentence(text: string): string {
  return text.endsWith("?") ? text : `${text}.`;
}
