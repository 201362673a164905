import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import manifest from "./package.json" with { type: "json" };

// The tests use the package by its names, and so what was built: here each name means the source,
// which is mutated.
const alias = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === "string"
    ? []
    : {
        find: new RegExp(`^${manifest.name}${name.slice(1)}$`),
        replacement: fileURLToPath(
          new URL(
            target.default.replace("./dist/", "src/").replace(/\.js$/, ".ts"),
            import.meta.url,
          ),
        ),
      },
);

export default defineConfig({
  test: {
    exclude: ["**/properties.test.ts", "**/node_modules/**"],
    // Each mutant runs the tests again: random values by the thousand would take most of the time.
    env: { PROPERTY_RUNS: "100" },
    // A test that is slow on a busy machine would count as one that finds the mutant.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
  resolve: { alias },
});
