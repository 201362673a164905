import { fstatSync } from "node:fs";

/** Ends the program with 2 where its output is lost, as on a full disk, and says why. */
export function watchOutput(): void {
  const { stdout, stderr } = process;
  // `| head` closes the pipe: that is not an error, and the exit code is still what was found.
  stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") return;
    console.error(`error: the output cannot be written: ${message}`);
    process.exit(2);
  });
  stderr.on("error", () => undefined);
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
