import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "@hashkey-errors/codegen";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Workspace } from "../../acme.js";
import { emptyCatalog } from "../../empty-catalog.js";
import { generate } from "../../run.js";
import {
  COMMON,
  commonCatalog,
  commonEntry,
  ENTRIES,
  importingAcme,
  installCopy,
  PUBLISHED,
  TEXTS,
} from "./common.js";

const entriesOf = ({ catalog }: Workspace) => load(catalog).catalog?.entries ?? [];
const generated = ({ root }: Workspace, file: string) => readFileSync(join(root, file), "utf8");

test("an import without names brings every error, behind the catalog's own, and no success row", () => {
  const success = { name: "DONE", kind: "success", code: "ok", httpStatus: 200 };
  const {
    category: _c,
    fault: _f,
    outcome: _o,
    retry: _r,
    ...fields
  } = commonEntry("DONE", "ok") as Record<string, unknown>;
  const catalog = commonCatalog([{ ...fields, ...success }, ...ENTRIES]);
  const acme = importingAcme(undefined, { ...PUBLISHED, "generated/catalog.json": catalog });
  expect(entriesOf(acme).map(({ name, from }) => [name, from])).toEqual([
    ["CARD_REFUSED", undefined],
    ["CARD_EXPIRED", undefined],
    ["CURRENCY_UNSUPPORTED", undefined],
    ["RATE_LIMITED", undefined],
    ["API_ERROR", undefined],
    ["TENANT_UNKNOWN", COMMON],
    ["TENANT_LOCKED", COMMON],
  ]);
});

test("the texts of imported errors are up to date, whatever they were translated from", async () => {
  const acme = importingAcme();
  await generate(acme);
  const meta = JSON.parse(generated(acme, "out/messages/generated/formats/meta.json"));
  expect(meta.locales.de).toMatchObject({ stale: 0, stability: "stable" });
});

test("an import with names brings these, and no reference to others", () => {
  const retired = { since: "1.0.0", reason: "Gone.", replacedBy: "TENANT_CLOSED" };
  const entries = [
    commonEntry("TENANT_LOCKED", "locked", { alike: ["TENANT_CLOSED"], retired }),
    commonEntry("TENANT_CLOSED", "closed", { alike: ["TENANT_LOCKED"] }),
  ];
  const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
  const acme = importingAcme([{ package: COMMON, names: ["TENANT_LOCKED"] }], published);
  const imported = entriesOf(acme).filter(({ from }) => from !== undefined);
  expect(imported.map(({ name, retired }) => [name, retired])).toEqual([
    ["TENANT_LOCKED", { since: "1.0.0", reason: "Gone." }],
  ]);
  expect(JSON.stringify(imported)).not.toContain("TENANT_CLOSED");
  expect(load(acme.catalog).problems).toEqual([]);
  const whole = entriesOf(importingAcme(undefined, published));
  expect(whole.slice(-2)).toMatchObject([
    { alike: ["TENANT_CLOSED"], retired },
    { alike: ["TENANT_LOCKED"] },
  ]);
});

test("an entry that was renamed in the common catalog does not prevent importing its successor", () => {
  const retired = { since: "1.0.0", reason: "Renamed.", replacedBy: "TENANT_LOCKED" };
  const message = "Locked";
  const entries = [
    commonEntry("TENANT_FROZEN", "locked", { message, retired }),
    commonEntry("TENANT_LOCKED", "locked", { message }),
  ];
  const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
  const acme = importingAcme([{ package: COMMON, names: ["TENANT_LOCKED"] }], published);
  expect(load(acme.catalog).problems).toEqual([]);
});

test("fields of a newer codegen are left out", () => {
  const entries = [commonEntry("TENANT_LOCKED", "locked", { mood: "sad" })];
  const published = {
    ...PUBLISHED,
    "generated/catalog.json": commonCatalog(entries, { moods: {} }),
  };
  const acme = importingAcme(undefined, published);
  expect(load(acme.catalog).problems).toEqual([]);
  expect(entriesOf(acme).at(-1)).not.toHaveProperty("mood");
});

test("imported entries are in every output, with their owner's texts and sources", async () => {
  const acme = importingAcme();
  await generate(acme);
  const outputs = [
    "out/types/generated/entries.ts",
    "out/validator/generated/entries.ts",
    "out/messages/generated/bundles/de.ts",
    "out/messages/generated/formats/xliff/de.xlf",
    "spec/generated/catalog.json",
    "spec/generated/errors.csv",
    "spec/generated/errors.schema.json",
    "spec/generated/conformance.ndjson",
    "spec/generated/errors.duckdb.sql",
  ];
  expect(outputs.filter((file) => !/tenant[_ ]unknown/i.test(generated(acme, file)))).toEqual([]);
  expect(generated(acme, "out/types/generated/entries.ts")).toContain(
    `From \\${COMMON}: common.md, line 7.`,
  );
  expect(generated(acme, "out/messages/generated/bundles/de.ts")).toContain(
    "Den Mandanten {tenant} gibt es nicht.",
  );
  expect(generated(acme, "spec/generated/texts.md")).not.toContain("TENANT_UNKNOWN");
});

test("catalog.json says which entries are imported, and from which version", async () => {
  const acme = importingAcme();
  await generate(acme);
  expect(JSON.parse(generated(acme, "spec/generated/catalog.json"))).toMatchObject({
    format: 1,
    imports: [{ package: COMMON, version: "1.0.0", names: ["TENANT_UNKNOWN", "TENANT_LOCKED"] }],
  });
});

test("a catalog.json with imports and shared codes has the form of the schema that it names", async () => {
  const catalog = commonCatalog(ENTRIES, { sharedCodes: ["tenant_locked"] });
  const acme = importingAcme(undefined, { ...PUBLISHED, "generated/catalog.json": catalog });
  await generate(acme);
  const [schema, published] = ["catalog.schema.json", "catalog.json"].map((file) =>
    JSON.parse(generated(acme, `spec/generated/${file}`)),
  );
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect([validate(published), validate.errors]).toEqual([true, null]);
  expect([published.sharedCodes, validate({ ...published, sharedCodes: [1] })]).toEqual([
    ["tenant_locked"],
    false,
  ]);
});

test("what a catalog generates can be imported, without what it imports itself", async () => {
  const acme = importingAcme();
  await generate(acme);
  const folder = join(acme.root, "spec");
  const exports = { "./catalog.json": "./generated/catalog.json", "./locales/*": "./locales/*" };
  acme.write("package.json", JSON.stringify({ name: "@acme/payments", exports }));
  const shop = emptyCatalog({ id: "shop", manifest: { imports: [{ package: "@acme/payments" }] } });
  installCopy(shop, folder, "@acme/payments");
  shop.edit(
    "catalog.yaml",
    "categories:",
    "categories:\n  card: { status: 402, description: Cards. }",
  );
  shop.write("catalog/own.yaml", "entries: []\n");
  expect(load(shop.catalog).problems).toEqual([]);
  expect(entriesOf(shop).map(({ name }) => name)).toEqual([
    "CARD_REFUSED",
    "CARD_EXPIRED",
    "CURRENCY_UNSUPPORTED",
    "RATE_LIMITED",
    "API_ERROR",
  ]);
});

test("imported entries have the tags that the manifest declares, or gives by rule", () => {
  const entries = [commonEntry("TENANT_LOCKED", "locked", { tags: ["tenants", "core"] })];
  const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
  const acme = importingAcme(undefined, published);
  const tags =
    '  core: { description: Core. }\n  locks: { description: Locks., names: ["*_LOCKED"] }';
  acme.edit(
    "catalog.yaml",
    "errorClass:",
    `tags:\n${tags.replace('"*_LOCKED"', '"TENANT_*"')}\nerrorClass:`,
  );
  expect(load(acme.catalog).problems).toEqual([]);
  expect(entriesOf(acme).at(-1)).toMatchObject({ tags: ["core", "locks"] });
});

test("a catalog with internal entries publishes its texts without theirs", async () => {
  const acme = importingAcme();
  acme.edit(
    "catalog/payments.yaml",
    "code: rate_limited",
    "code: rate_limited\n    audience: internal",
  );
  await generate(acme);
  const texts = generated(acme, "spec/generated/locales/de.json");
  expect(texts).toContain("CARD_EXPIRED");
  expect(texts).not.toMatch(/RATE_LIMITED|TENANT_/);
});

test("a code that the owner's internal errors have too needs a text here as well", async () => {
  const catalog = commonCatalog(ENTRIES, { sharedCodes: ["tenant_locked", "other"] });
  const acme = importingAcme(undefined, { ...PUBLISHED, "generated/catalog.json": catalog });
  expect(load(acme.catalog).catalog?.sharedCodes).toEqual(["tenant_locked"]);
});

test("imported entries have their owner's texts for developers, which this catalog cannot have", () => {
  const note = (text: string) => ({ text, status: "final", sourceHash: "000000000000" });
  const developer = { TENANT_LOCKED: note("Ask the owner."), TENANT_CLOSED: note("Not imported.") };
  const published = { ...PUBLISHED, "locales/de.json": { ...TEXTS, developer } };
  const acme = importingAcme(undefined, published);
  const ownText = { API_ERROR: note("Our own.") };
  const write = (texts: object) =>
    acme.write(
      "locales/de.json",
      JSON.stringify({ ...JSON.parse(acme.read("locales/de.json")), developer: texts }),
    );
  write(ownText);
  const { catalog, problems } = load(acme.catalog);
  expect(problems).toEqual([]);
  expect(catalog?.complete).toBe(true);
  expect(catalog?.locales.find(({ tag }) => tag === "de")?.developer).toEqual({
    ...ownText,
    TENANT_LOCKED: developer.TENANT_LOCKED,
  });
  write({ ...ownText, TENANT_LOCKED: note("Mine.") });
  const faulty = load(acme.catalog);
  expect(faulty.problems.map(({ message }) => message)).toEqual([
    `TENANT_LOCKED is imported from ${COMMON}, whose texts it has`,
  ]);
  expect(faulty.catalog?.complete).toBe(false);
});
