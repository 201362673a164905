import { defineConfig } from "vitest/config";
import config from "./vitest.config.js";

// These tests read megabytes, or send a thousand requests.
export default defineConfig({
  test: { ...config.test, execArgv: [], include: ["test-large/**/*.test.ts"] },
});
