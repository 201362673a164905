import { defineConfig } from "vitest/config";

// The tests that need a browser, which is too large for `pnpm test`.
export default defineConfig({
  test: { include: ["browser/**/*.test.ts"], testTimeout: 60_000 },
});
