import { readFileSync } from "node:fs";
import { compare, type Entry, snapshotOf } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { emitFile, NOT_FOUND, tinyCatalog } from "../emit/tiny-catalog.js";

const schemaFile = new URL("../../schemas/catalog.schema.json", import.meta.url);
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));

/** The fields that are not published: who may know of an entry, and what nobody has decided yet. */
const UNPUBLISHED = ["audience", "draft"];
const fields = Object.keys(schema.$defs.Entry.properties).filter(
  (field) => !UNPUBLISHED.includes(field),
);

/** Values of those fields that cannot have any text. */
const VALUES: Partial<Record<string, unknown>> = {
  aliases: [{ code: "1009", sources: NOT_FOUND.sources }],
  variants: [{ message: "Gone.", sources: NOT_FOUND.sources }],
  params: { item: { meaning: "Another meaning", example: "B8" } },
  sources: [{ document: "errors.md", line: 4 }],
  retired: { since: "1.1.0", reason: "No longer sent" },
};

test.each(fields)("a change of an entry's %s is in catalog.json and in the diff", async (field) => {
  const changed = { ...NOT_FOUND, [field]: VALUES[field] ?? "other" } as Entry;
  const before = tinyCatalog({ entries: [NOT_FOUND] });
  const after = tinyCatalog({ entries: [changed] });
  const [one, other] = await Promise.all(
    [before, after].map((catalog) => emitFile("generated/catalog.json", catalog)),
  );
  expect(other).not.toBe(one);
  const changes = compare(snapshotOf(before), snapshotOf(after));
  expect(changes.map((change) => change.field)).toContain(field);
});
