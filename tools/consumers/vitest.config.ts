import { defineConfig } from "vitest/config";

// The compilers are started as processes of their own.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, maxWorkers: 2 },
});
