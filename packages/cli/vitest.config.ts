import { defineConfig } from "vitest/config";
import { execArgv } from "../../vitest.shared.js";

// Test files share what a worker has loaded.
export default defineConfig({
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: ["test/**/*.test.ts"],
    isolate: false,
    execArgv,
    globalSetup: "test/temporary-folder.ts",
  },
});
