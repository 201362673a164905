import { defineConfig } from "vitest/config";

// What spans the packages: the READMEs' examples, and what compilers make of them.
export default defineConfig({ test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, maxWorkers: 2 } });
