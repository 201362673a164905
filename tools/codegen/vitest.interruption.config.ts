import { defineConfig } from "vitest/config";
import { EDIT_KILLS } from "./test-interruption/counts.js";

// These tests kill processes and wait for them, which takes too long for `pnpm test`.
export default defineConfig({
  test: {
    include: ["test-interruption/**/*.test.ts"],
    // On a busy machine, a kill and what is checked after it take up to half a minute.
    testTimeout: Math.max(3_600_000, EDIT_KILLS * 30_000),
    hookTimeout: 3_600_000,
    // Runs are timed, so nothing else may run beside them.
    fileParallelism: false,
    // As in vitest.config.ts.
    server: { deps: { external: [/\/tools\/codegen\/dist\//] } },
  },
});
