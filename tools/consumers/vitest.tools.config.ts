import { defineConfig } from "vitest/config";
import { LongestFirst } from "./large/longest-first.js";

/**
 * Tests of `pnpm test` that try more here: each compiler, polluted prototype and hostile value,
 * more broken bodies and longer texts.
 */
const THOROUGH = [
  "test/{types,reference,readme}.test.ts",
  "test/hostile/{broken-bodies,intrinsics,large-texts,values}.test.ts",
];

// The tests that fetch large tools, which is too much for `pnpm test`.
export default defineConfig({
  test: {
    include: ["large/**/*.test.ts", ...THOROUGH],
    env: { THOROUGH: "true" },
    // Ends a test that hangs: on a busy machine, a test takes many times as long as on a quiet one.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
