import { readFileSync, statSync } from "node:fs";

/**
 * Reads the bytes of a file. Throws if there is none, and for what is not a file: Git carries links
 * to devices, which have no end, and a pipe may never be written to.
 */
export function readRegularFile(path: string): Buffer {
  assertRegular(path);
  return readFileSync(path);
}

/** Reads the text of a file, as `readRegularFile` does. */
export function readRegularText(path: string): string {
  assertRegular(path);
  return readFileSync(path, "utf8");
}

/** Throws an error like one of the system if a path is, or links to, anything but a file. */
export function assertRegular(path: string): void {
  if (!statSync(path).isFile())
    throw Object.assign(new Error(`${path} is not a file`), { syscall: "read", path });
}
