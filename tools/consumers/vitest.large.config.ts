import { defineConfig } from "vitest/config";

// What fetches large tools: too much for the README's test command.
export default defineConfig({
  test: {
    include: ["large/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
