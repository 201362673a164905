import { defineConfig } from "vitest/config";
import { EDIT_KILLS } from "./test-interruption/counts.js";

/** Tests that kill a run, or start another, at a moment of it that they have timed: alone. */
const TIMED = ["test-interruption/{concurrent-runs,edits,kills}.test.ts"];

const shared = {
  // On a busy machine, a kill and what is checked after it take up to half a minute.
  testTimeout: Math.max(3_600_000, EDIT_KILLS * 30_000),
  hookTimeout: 3_600_000,
  // As in vitest.config.ts.
  server: { deps: { external: [/\/tools\/codegen\/dist\//] } },
};

// These tests kill processes and wait for them, which takes too long for `pnpm test`.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "timed",
          include: TIMED,
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: "untimed",
          include: ["test-interruption/**/*.test.ts"],
          exclude: TIMED,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
