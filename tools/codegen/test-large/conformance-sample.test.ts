import { expect, test } from "vitest";
import { emitFile, tinyCatalog } from "../test/emit/tiny-catalog.js";

test("of a large catalog, a sample of the errors is tried, and neither one more error nor another order moves a line", async () => {
  const entries = entriesOf(1_501, (index) => ({ code: String(10_000 + index) }));
  const ids = await idsOf(entries);
  const sample = ids.filter((id) => id.endsWith("/code"));
  expect(sample.length).toBeGreaterThan(500);
  expect(sample.length).toBeLessThan(1_000);
  const fewer = await idsOf(entries.slice(0, -1));
  const all = new Set(ids);
  expect(fewer.filter((id) => !all.has(id))).toEqual([]);
  expect(await idsOf(entries.toReversed())).toEqual(ids);
});

test("of errors of which each is held against too many, the same one is tried in any order", async () => {
  const entries = entriesOf(20_001, () => ({}));
  const triedOf = async (all: typeof entries) =>
    (await idsOf(all)).filter((id) => id.endsWith("/code"));
  const tried = await triedOf(entries);
  expect(tried).toHaveLength(1);
  expect(await triedOf(entries.toReversed())).toEqual(tried);
});

function entriesOf(count: number, fields: (index: number) => { code?: string }) {
  const [, entry] = tinyCatalog().entries;
  if (entry === undefined) throw new Error("the catalog has no second entry");
  return Array.from({ length: count }, (_, index) => ({
    ...entry,
    name: `ERROR_${index}`,
    aliases: [],
    ...fields(index),
  }));
}

/** The ids of the vectors of a catalog with these entries. */
async function idsOf(entries: ReturnType<typeof entriesOf>): Promise<readonly string[]> {
  const text = await emitFile("generated/conformance.ndjson", { ...tinyCatalog(), entries });
  return text.match(/(?<=^{"id":")[^"]*/gm) ?? [];
}
