import { defineConfig } from "vitest/config";

// What takes long and waits for processes to be killed: too much for the README's test command.
export default defineConfig({
  test: { include: ["test-interruption/**/*.test.ts"], testTimeout: 3_600_000 },
});
