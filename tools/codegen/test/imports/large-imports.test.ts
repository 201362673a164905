import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import type { Workspace } from "../acme.js";
import { COMMON, commonCatalog, commonEntry, importingAcme, PUBLISHED } from "./common.js";

async function faultsOf({ catalog }: Workspace): Promise<readonly string[]> {
  const { problems } = await lint(catalog);
  return problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

test("a package with 200,000 malformed entries is reported as quickly as one with a single one", async () => {
  const entries = Array.from({ length: 200_000 }, (_, at) => ({ name: `e${at}` }));
  const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
  const [fault, ...others] = await faultsOf(importingAcme([{ package: COMMON }], published));
  expect(fault).toContain(`the catalog of ${COMMON} cannot be read: generated/catalog.json:1:`);
  expect(others).toEqual([]);
});

test.each<[what: string, named: (name: string) => string]>([
  ["are imported", (name) => name],
  ["it does not have", (name) => `X_${name}`],
])(
  "20,000 names that %s are looked up in a time that grows with their number",
  async (_, named) => {
    const entries = Array.from({ length: 20_000 }, (_, at) => commonEntry(`E_${at}`, `e${at}`));
    const names = Array.from({ length: 20_000 }, (_, at) => named(`E_${at}`));
    const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
    const acme = importingAcme([{ package: COMMON, names }], published);
    const faults = await faultsOf(acme);
    expect(faults.length > 0).toBe(names[0] !== "E_0");
  },
);
