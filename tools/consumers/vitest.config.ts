import { defineConfig } from "vitest/config";

// The compilers are started as processes of their own.
export default defineConfig({
  test: { testTimeout: 60_000, maxWorkers: 2 },
});
