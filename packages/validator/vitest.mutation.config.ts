import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (file: string) => fileURLToPath(new URL(`src/${file}`, import.meta.url));

// The tests use the package by its name, and so what was built: here the name means the source,
// which is mutated.
export default defineConfig({
  test: { exclude: ["**/properties.test.ts", "**/node_modules/**"] },
  resolve: {
    alias: [
      { find: "@hashkey-errors/validator/fetch", replacement: source("fetch.ts") },
      { find: "@hashkey-errors/validator/problem", replacement: source("problem.ts") },
      { find: /^@hashkey-errors\/validator$/, replacement: source("index.ts") },
    ],
  },
});
