import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Workspace } from "./acme.js";
import { codegenAt } from "./run.js";

/**
 * The name of a lock, or of the temporary file that a command writes before it replaces another.
 */
const PART = /\.codegen[^/]*$/;

/**
 * Runs a command on a catalog in this process, and does something when it has read every file and
 * is about to write. Two commands at once need processes: see `test-interruption/`.
 */
export async function codegenMeanwhile(
  { root, catalog }: Pick<Workspace, "root" | "catalog">,
  args: readonly string[],
  meanwhile: () => void,
) {
  const { openSync, writeFileSync } = fs;
  let isDone = false;
  const doBefore = (file: unknown) => {
    if (isDone || !PART.test(String(file))) return;
    isDone = true;
    meanwhile();
  };
  fs.openSync = (file, ...rest) => {
    doBefore(file);
    return openSync(file, ...rest);
  };
  fs.writeFileSync = (file, ...rest) => {
    doBefore(file);
    writeFileSync(file, ...rest);
  };
  syncBuiltinESMExports();
  try {
    const result = await codegenAt(root, ...args, "--catalog", catalog);
    if (!isDone) throw new Error(`the command ended before it wrote anything: ${result.output}`);
    return result;
  } finally {
    Object.assign(fs, { openSync, writeFileSync });
    syncBuiltinESMExports();
  }
}
