import { rmSync } from "node:fs";
import { join } from "node:path";
import { load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";

const note = (text: unknown) => ({ text, status: "final", sourceHash: "000000000000" });

test("a malformed text is left out of its locale, and all others are there", () => {
  const acme = copyAcme();
  const texts = JSON.parse(acme.read("locales/de.json"));
  const edited = {
    ...texts,
    CARD_REFUSED: { ...texts.CARD_REFUSED, title: 7 },
    developer: { CARD_EXPIRED: note(7), RATE_LIMITED: note("Wait.") },
    questions: ["Why?"],
  };
  acme.write("locales/de.json", JSON.stringify(edited));
  const { $schema: _, CARD_REFUSED: _refused, outcomes, ...translations } = texts;
  const { catalog } = load(acme.catalog);
  expect(catalog?.locales[0]).toEqual({
    tag: "de",
    translations,
    outcomes,
    questions: ["Why?"],
    developer: { RATE_LIMITED: note("Wait.") },
  });
  acme.write("locales/de.json", JSON.stringify([texts]));
  expect(load(acme.catalog).catalog?.locales[0]).toEqual({ tag: "de", translations: {} });
});

test("a malformed entry is left out, and without a list of entries the whole file", () => {
  const acme = copyAcme();
  const namesIn = () => load(acme.catalog).catalog?.entries.map(({ name }) => name);
  acme.edit(PAYMENTS, "code: card_declined", "code: 7");
  expect(namesIn()).toEqual(["CARD_EXPIRED", "CURRENCY_UNSUPPORTED", "RATE_LIMITED", "API_ERROR"]);
  expect(load(acme.catalog).catalog?.complete).toBe(false);
  acme.edit(PAYMENTS, "entries:", "errors:");
  expect(namesIn()).toEqual([]);
});

test("a catalog without files of entries is reported", () => {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "catalog"), { recursive: true });
  expect(load(acme.catalog).problems).toMatchObject([
    { message: "no entries: expected catalog/*.yaml", location: { file: "catalog" } },
  ]);
});
