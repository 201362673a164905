import { expect, test } from "vitest";
import { emitFile, tinyCatalog } from "../test/emit/tiny-catalog.js";

test("of errors of which each is held against too many, the same one is tried in any order", async () => {
  const catalog = tinyCatalog();
  const entries = Array.from({ length: 20_001 }, (_, index) => ({
    ...(catalog.entries[1] as (typeof catalog.entries)[number]),
    name: `ERROR_${index}`,
    aliases: [],
  }));
  const triedOf = async (all: typeof entries) => {
    const text = await emitFile("generated/conformance.ndjson", { ...catalog, entries: all });
    return text.match(/(?<=^{"id":")[^"]*(?=\/code")/gm);
  };
  const tried = await triedOf(entries);
  expect(tried).toHaveLength(1);
  expect(await triedOf(entries.toReversed())).toEqual(tried);
});
