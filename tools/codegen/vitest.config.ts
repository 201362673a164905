import { defineConfig } from "vitest/config";
import { execArgv, memoryFolder } from "../../vitest.shared.js";

/** Modules in the folder that tests write to; none where the checkout itself lies in it. */
const written = import.meta.dirname.startsWith(`${memoryFolder}/`)
  ? []
  : [new RegExp(`^${memoryFolder.replaceAll("\\", "/").replace(/[.*+?^${}()|[\]]/g, "\\$&")}/`)];

// The command line is started as a process of its own, and packages are compiled.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    env: { TMPDIR: memoryFolder },
    maxWorkers: 2,
    // Test files share what a worker has loaded: codegen's libraries, the TypeScript compiler above
    // all, would otherwise be loaded again for each of them.
    isolate: false,
    execArgv,
    // Node loads the built codegen and what tests generate as users do: Vitest would transform all
    // of it again.
    server: { deps: { external: [/\/tools\/codegen\/dist\//, ...written] } },
  },
});
