import { expect, test } from "vitest";
import { measureWatch } from "../src/measure-watch.js";

test("measureWatch times the saves of an entry in codegen watch", async () => {
  const { median, least } = await measureWatch(2);
  expect(least).toBeGreaterThan(0);
  expect(median).toBeGreaterThanOrEqual(least);
});
