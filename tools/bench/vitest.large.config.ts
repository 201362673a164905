import { defineConfig } from "vitest/config";
import config from "./vitest.config.js";

// These tests generate and compile large catalogs, or time a process, which takes too long for
// `pnpm test`.
export default defineConfig({
  test: { ...config.test, include: ["test-large/**/*.test.ts"] },
});
