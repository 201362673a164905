import { defineConfig } from "vitest/config";

// These tests kill processes and wait for them, which takes too long for `pnpm test`.
export default defineConfig({
  test: {
    include: ["test-interruption/**/*.test.ts"],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    // Runs are timed, so nothing else may run beside them.
    fileParallelism: false,
    // As in vitest.config.ts.
    server: { deps: { external: [/\/tools\/codegen\/dist\//] } },
  },
});
