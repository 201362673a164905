import { defineConfig } from "vitest/config";
import { MatrixReporter } from "./registry/matrix-reporter.js";

const timeouts = { testTimeout: 900_000, hookTimeout: 600_000, fileParallelism: false };

// The tests that fetch large tools, which is too much for `pnpm test`.
export default defineConfig({
  test: {
    reporters: ["default", new MatrixReporter()],
    projects: [
      { test: { name: "tools", include: ["large/**/*.test.ts"], ...timeouts } },
      {
        test: {
          name: "registry",
          include: ["registry/**/*.test.ts"],
          globalSetup: "registry/setup.ts",
          ...timeouts,
        },
      },
    ],
  },
});
