import { load, snapshotOf } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS, printErrors } from "../test-faults.js";

test("the rule released reports an entry that was released and is not in the catalog any more", async () => {
  const acme = copyAcme();
  const { catalog } = load(acme.catalog);
  if (catalog === undefined) throw new Error("the catalog is not well formed");
  acme.write("released.json", JSON.stringify(snapshotOf(catalog)));
  expect(await printErrors(acme.catalog)).toEqual([]);
  acme.edit(PAYMENTS, "name: API_ERROR", "name: SOME_ERROR");
  acme.edit("locales/de.json", '"API_ERROR"', '"SOME_ERROR"');
  expect(await printErrors(acme.catalog)).toEqual([
    "released: API_ERROR was released but is missing from the catalog | restore the entry and retire it: retired: { since, reason, replacedBy?, sunset? } @ released.json: 1:1",
  ]);
});
