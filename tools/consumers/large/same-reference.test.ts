import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawReference } from "../test/reference.js";

const [first, second] = [1, 2].map(() => filesOf(drawReference()));

test("the reference is drawn again with the same bytes", () => {
  expect(first?.size).toBeGreaterThan(1000);
  expect(second).toEqual(first);
});

/** Returns every file in a folder, with its bytes. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.\w+$/.test(path))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "base64")]));
}
