import { defineConfig } from "vitest/config";

// Each compiler is a separate process.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 300_000, maxWorkers: 2 },
});
