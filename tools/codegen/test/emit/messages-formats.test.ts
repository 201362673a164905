import { expect, test } from "vitest";
import { emitFile, text, tinyCatalog } from "./tiny-catalog.js";

test("icu has the words for known values, except for one that is called other as all others are", async () => {
  const values = { item: { A7: "seven", B8: "it's <new>", other: "any", "a-b": "both" } };
  const translations = { ITEM_NOT_FOUND: { ...text("No {item}.", "", ""), values } };
  const catalog = tinyCatalog({ locales: [{ tag: "en", translations }] });
  const file = await emitFile("../messages/src/generated/formats/icu/en.json", catalog);
  expect(JSON.parse(file).ITEM_NOT_FOUND).toBe(
    "No {item, select, A7 {seven} B8 {it''s '<'new>} other {{item}}}.",
  );
});

test.each(["icu", "i18next", "vue-i18n"])(
  "%s has one flat file for each locale, without the texts that are missing",
  async (format) => {
    const given = await emitFile(`../messages/src/generated/formats/${format}/en.json`);
    const keysOf = (name: string) => [`${name}_title`, name, `${name}_description`];
    expect(Object.keys(JSON.parse(given))).toEqual([
      "outcomes_rejected",
      "outcomes_rejected-after-reconcile",
      "outcomes_unknown",
      "outcomes_applied",
      ...keysOf("UNRECOGNIZED"),
      ...keysOf("INVALID_RESPONSE"),
      ...keysOf("NO_RESPONSE"),
      ...keysOf("NO_RESPONSE_rejected"),
      "ITEM_NOT_FOUND_title",
      "ITEM_NOT_FOUND",
      "ITEM_NOT_FOUND_paramless",
      "ITEM_NOT_FOUND_description",
      ...keysOf("SERVER_BUSY"),
    ]);
    const german = await emitFile(`../messages/src/generated/formats/${format}/de.json`);
    expect(Object.keys(JSON.parse(german))).toEqual(keysOf("ITEM_NOT_FOUND"));
  },
);

test.each([
  ["icu", "There is no item {item}.", "There is no item {item}."],
  ["icu", "The item's gone.", "The item''s gone."],
  ["icu", "'<b>'", "'''<'b>''"],
  ["icu", "a << b", "a '<<' b"],
  ["i18next", "There is no item {item}.", "There is no item {{item}}."],
  ["i18next", "The item's <gone>.", "The item's <gone>."],
  ["vue-i18n", "There is no item {item}.", "There is no item {item}."],
  ["vue-i18n", "a@b | $c \\", "a{'@'}b {'|'} {'$'}c {'\\\\'}"],
])("%s writes %j as %j", async (format, message, want) => {
  const translations = { ITEM_NOT_FOUND: text(message, "", "") };
  const catalog = tinyCatalog({ locales: [{ tag: "en", translations }] });
  const file = await emitFile(`../messages/src/generated/formats/${format}/en.json`, catalog);
  expect(JSON.parse(file).ITEM_NOT_FOUND).toBe(want);
});
