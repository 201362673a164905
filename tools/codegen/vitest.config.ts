import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * The folder for the thousands of small files that tests write: in memory, if the system has such a
 * folder with a gigabyte of room.
 */
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

const folder = findFolder();

// The command line is started as a process of its own, and packages are compiled.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    env: { TMPDIR: folder },
    maxWorkers: 2,
    // Test files share what a worker has loaded: codegen's libraries, the TypeScript compiler above
    // all, would otherwise be loaded again for each of them.
    isolate: false,
    // Node loads the built codegen and what tests generate as users do: Vitest would transform all
    // of it again.
    server: { deps: { external: [/\/tools\/codegen\/dist\//, new RegExp(`^${folder}/`)] } },
  },
});
