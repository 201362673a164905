import { defineConfig } from "vitest/config";

// The tests that need a browser, which is too large for `pnpm test`.
export default defineConfig({
  test: {
    include: ["browser/**/*.test.ts"],
    globalSetup: "browser/serve-reference.ts",
    // Ends a test that hangs: on a busy machine, a browser takes many times as long.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    maxWorkers: 2,
  },
});
