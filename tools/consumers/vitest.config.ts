import { defineConfig } from "vitest/config";
import { execArgv, memoryFolder } from "../../vitest.shared.js";

const shared = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  env: { TMPDIR: memoryFolder },
  execArgv,
  // Node loads what is built as users do: Vitest would transform it again.
  server: { deps: { external: [/\/(packages|tools)\/\w+\/dist\//] } },
};

// Each compiler is a separate process. Test files share what a worker has loaded, but for those
// that change what every object of the process inherits from: after them, all else is slow.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "packages",
          include: ["test/**/*.test.ts"],
          exclude: ["test/hostile/**"],
          isolate: false,
        },
      },
      { test: { ...shared, name: "hostile", include: ["test/hostile/*.test.ts"] } },
    ],
  },
});
