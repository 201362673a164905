import { fstatSync } from "node:fs";

/** Says why the output is lost, as on a full disk, and lets the process fail then. */
export function watchOutput(): void {
  const { stdout } = process;
  let isLost = false;
  stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    // `| head` closes the pipe: that is not an error.
    if (code === "EPIPE" || isLost) return;
    isLost = true;
    console.error(`the output cannot be written: ${message}.`);
    process.on("exit", () => {
      process.exitCode ||= 1;
    });
  });
  if (isFile(stdout.fd)) writeLineBreaksAlone(stdout);
}

function isFile(descriptor: number): boolean {
  try {
    // Without `bigint`, realpathSync takes the pipe for what it looks at next, and follows no link.
    return fstatSync(descriptor, { bigint: true }).isFile();
  } catch {
    return false;
  }
}

/**
 * Writes the line break at the end of each text by itself. Node takes a text for written where a
 * disk has room for its beginning alone, and only the next write fails.
 */
function writeLineBreaksAlone(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (text: unknown, ...rest: unknown[]) => boolean;
  stream.write = (text: unknown, ...rest: unknown[]) => {
    if (typeof text !== "string" || !text.endsWith("\n")) return write(text, ...rest);
    write(text.slice(0, -1));
    return write("\n", ...rest);
  };
}
