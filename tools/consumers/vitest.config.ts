import { defineConfig } from "vitest/config";

// Each compiler is a separate process. Test files share what a worker has loaded.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 300_000, maxWorkers: 2, isolate: false },
});
