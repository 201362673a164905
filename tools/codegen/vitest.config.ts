import { defineConfig } from "vitest/config";

// The command line is started as a process of its own, and packages are compiled.
export default defineConfig({ test: { testTimeout: 60_000, maxWorkers: 2 } });
