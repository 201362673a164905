import { defineConfig } from "vitest/config";

// The command line is started as a process of its own, and packages are compiled.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, maxWorkers: 2 },
});
