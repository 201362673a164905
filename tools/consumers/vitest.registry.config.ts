import { defineConfig } from "vitest/config";
import { MatrixReporter } from "./registry/matrix-reporter.js";

// The tests with releases in a local registry, which also fetch large tools.
export default defineConfig({
  test: {
    include: ["registry/**/*.test.ts"],
    globalSetup: "registry/setup.ts",
    reporters: ["default", new MatrixReporter()],
    // As in vitest.tools.config.ts, which runs at the same time with two workers.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    maxWorkers: 1,
  },
});
