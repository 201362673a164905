import { createHash } from "node:crypto";

/** The place of a stamp in files of a format: it is a comment there, or a member. */
export interface StampFormat {
  /** The start of the file, which the stamp follows. */
  readonly after: RegExp;
  /** Prints the line of the stamp, with its line break. */
  print(hash: string): string;
}

/**
 * Adds a stamp to a file that people may edit: a line with the hash of the others. It tells a later
 * run whether somebody has edited the file, and may lose work.
 */
export function stamp(text: string, format: StampFormat): string {
  const [start = ""] = format.after.exec(text) ?? [];
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return `${start}${format.print(hash)}${text.slice(start.length)}`;
}

/** Whether a file is unchanged since it was stamped. */
export function isStamped(stamped: string, format: StampFormat): boolean {
  const text = stamped.replaceAll("\r\n", "\n");
  const [start = ""] = format.after.exec(text) ?? [];
  const end = text.indexOf("\n", start.length) + 1;
  return end > 0 && stamp(start + text.slice(end), format) === text;
}
