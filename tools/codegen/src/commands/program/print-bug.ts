import type { Colors } from "picocolors/types.js";
import { showUnseen } from "../../characters/unseen.js";
import { errorMessage } from "../../std/error-message.js";
import { packageVersion } from "./package-version.js";

/** Prints an error that nobody expected, with all that a report of it needs. */
export function printBug(error: unknown, colors: Colors): string {
  const stack = error instanceof Error ? error.stack : undefined;
  return [
    showUnseen(stack ?? errorMessage(error)),
    "",
    `${colors.red("This is a bug in codegen.")} Please report it, with the command that you ran, the lines above and these versions:`,
    `codegen ${packageVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`,
  ].join("\n");
}
