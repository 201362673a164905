import { defineConfig } from "vitest/config";
import config from "./vitest.config.js";

// These tests read large documents or generate hundreds of times, which takes too long for
// `pnpm test`.
export default defineConfig({
  test: { ...config.test, include: ["test-large/**/*.test.ts"] },
});
