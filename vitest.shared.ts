import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

/**
 * The folder for the thousands of small files that tests write: in memory, if the system has such a
 * folder with a gigabyte of room.
 */
export const memoryFolder: string = findFolder();

function findFolder(): string {
  const memory = "/dev/shm";
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 1e9 ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * The options of Node for tests: most code runs a few times only, and V8 would spend a quarter of
 * the time on optimizing it. With this one a function is optimized after it has run eight times as
 * long as by default. Versions of Node after 20 do not know it, and would not start.
 */
export const execArgv: string[] = process.versions.node.startsWith("20.")
  ? ["--interrupt-budget=1000000"]
  : [];
