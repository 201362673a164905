import { defineConfig } from "vitest/config";
import config from "./vitest.config.js";

// These tests read large documents and catalogs, generate hundreds of times or start many
// processes, which takes too long for `pnpm test`.
export default defineConfig({
  test: { ...config.test, env: {}, execArgv: [], include: ["test-large/**/*.test.ts"] },
});
