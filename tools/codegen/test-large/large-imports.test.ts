import { expect, test } from "vitest";
import { findNearCodes } from "../dist/import/near-codes.js";
import {
  COMMON,
  commonCatalog,
  commonEntry,
  importingAcme,
  PUBLISHED,
} from "../test/load/imports/common.js";
import { errorsOf } from "../test/load/single-edits.js";

test("a package with 200,000 malformed entries is reported as quickly as one with a single one", async () => {
  const entries = Array.from({ length: 200_000 }, (_, at) => ({ name: `e${at}` }));
  const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
  const [fault, ...others] = await errorsOf(importingAcme([{ package: COMMON }], published));
  expect(fault?.message).toContain(
    `the catalog of ${COMMON} cannot be read: generated/catalog.json:1:`,
  );
  expect(others).toEqual([]);
});

test("100,000 names that a package does not have are looked up in a time that grows with their number", async () => {
  const entries = Array.from({ length: 100_000 }, (_, at) => commonEntry(`E_${at}`, `e${at}`));
  const names = Array.from({ length: 100_000 }, (_, at) => `X_${at}`);
  const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
  const faults = await errorsOf(importingAcme([{ package: COMMON, names }], published));
  expect(faults).toHaveLength(names.length);
});

test("near codes are found among 20,000 in a moment", () => {
  const codes = Array.from({ length: 20_000 }, (_, index) => `ERROR_OF_SERVICE_${index}_FAILED`);
  const started = performance.now();
  expect(findNearCodes([...codes, "ERROR_OF_SERVICE_7_FAILD"])).toEqual([
    ["ERROR_OF_SERVICE_7_FAILD", "ERROR_OF_SERVICE_7_FAILED"],
  ]);
  expect(performance.now() - started).toBeLessThan(20_000);
});
