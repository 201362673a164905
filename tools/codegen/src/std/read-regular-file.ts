import { existsSync, readFileSync, statSync } from "node:fs";

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

/** The text of a file; undefined if it cannot be read, as where there is none. */
export function tryReadText(path: string): string | undefined {
  try {
    return readRegularText(path);
  } catch {
    return undefined;
  }
}

/** The text of a file; undefined if there is none. Throws if it cannot be read. */
export function readTextIfPresent(path: string): string | undefined {
  return existsSync(path) ? readRegularText(path) : undefined;
}

/**
 * The options of `statSync` and its kin where a path may be a pipe. Without them, Node's
 * `realpathSync` follows no link afterwards: modules that pnpm has installed are not found then.
 */
export const AS_BIGINT = { bigint: true } as const;

/** Throws an error like one of the system if a path is, or links to, anything but a file. */
export function assertRegular(path: string): void {
  if (!statSync(path, AS_BIGINT).isFile())
    throw Object.assign(new Error(`${path} is not a file`), { syscall: "read", path });
}
