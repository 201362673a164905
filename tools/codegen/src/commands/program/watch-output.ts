/** Says why the output is lost, as on a full disk, and lets the process fail then. */
export function watchOutput(): void {
  let isLost = false;
  process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    // `| head` closes the pipe: that is not an error.
    if (code === "EPIPE" || isLost) return;
    isLost = true;
    console.error(`the output cannot be written: ${message}.`);
    process.on("exit", () => {
      process.exitCode ||= 1;
    });
  });
}
