import { defineConfig } from "vitest/config";

// What needs a browser: too large for the README's test command.
export default defineConfig({
  test: { include: ["browser/**/*.test.ts"], testTimeout: 60_000 },
});
