import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Node loads the built codegen as users do: Vitest would transform it again.
    server: { deps: { external: [/\/tools\/codegen\/dist\//] } },
  },
});
