import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives all tests one folder for the files that they write, and removes it after the last. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "hashkey-errors-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true });
}
