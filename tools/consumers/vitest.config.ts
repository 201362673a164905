import { defineConfig } from "vitest/config";

const limits = { testTimeout: 300_000, hookTimeout: 300_000 };

// Each compiler is a separate process. Test files share what a worker has loaded, but for those
// that change what every object of the process inherits from: after them, all else is slow.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...limits,
          name: "packages",
          include: ["test/**/*.test.ts"],
          exclude: ["test/hostile/**"],
          isolate: false,
        },
      },
      { test: { ...limits, name: "hostile", include: ["test/hostile/*.test.ts"] } },
    ],
  },
});
