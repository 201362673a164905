import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// So that `vitest related test/own-catalog.ts` runs all tests that an edit of the catalog
// concerns.
test("only own-catalog.ts names the folder of our own catalog", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const readers = files.filter(
    (file) =>
      /^(?!fixtures).*\.ts$/.test(file) &&
      /"(\.\.\/){3,}schemas\b/.test(readFileSync(join(import.meta.dirname, file), "utf8")),
  );
  expect(readers).toEqual(["own-catalog.ts"]);
});
