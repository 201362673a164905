import type { Catalog } from "@hashkey-errors/codegen";
import { emit, lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { addInternal, findSecrets, SECRETS } from "../internal-entry.js";
import { drawSite } from "../site/site.js";
import { generating, withEmitters } from "./with-emitters.js";

/** A custom emitter that prints all that it gets. */
const PRINTS_ALL = generating('[{ path: "generated/own.json", text: JSON.stringify(catalog) }]');

const INSIDE = `subsets:
  inside: { description: For us., audience: internal, folder: ../inside }
  traffic: { description: Traffic., categories: [traffic] }
  cards: { description: Cards., categories: [card], folder: ../cards }
packages:
  cli: { name: "acme-errors", folder: ../out/cli }`;

function acmeWithInternal() {
  const acme = withEmitters({ "emitters/own.mjs": PRINTS_ALL });
  addInternal(acme);
  acme.edit("catalog.yaml", "packages:", INSIDE);
  return acme;
}

async function emitAll(folder: string) {
  const { catalog, places, problems } = await lint(folder);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const emitted = await emit(catalog as Catalog, { places });
  expect(emitted.problems).toEqual([]);
  return emitted.files;
}

test("no published output has anything of an internal entry, of any emitter", async () => {
  const all = await emitAll(acmeWithInternal().catalog);
  const published = all.filter(({ path }) => !path.startsWith("../inside/"));
  const files = [
    ...["generated/own.json", "generated/errors.csv", "../out/cli/generated/entries.ts"],
    ...["../cards/generated/errors.csv", "generated/subsets/traffic/errors.csv"],
  ];
  const paths = published.map(({ path }) => path);
  expect(files.filter((path) => !paths.includes(path))).toEqual([]);
  expect(published.length).toBeGreaterThan(100);
  expect(findSecrets(published)).toEqual([]);
});

test("a custom emitter gets the published subsets of a catalog with internal entries", async () => {
  const acme = withEmitters({
    "emitters/own.mjs": `import { isErrorEntry, subsetOf } from "@hashkey-errors/codegen";
${generating('[{ path: "generated/own.json", text: JSON.stringify(["traffic", "inside"].map((name) => subsetOf(catalog, name)?.entries.filter(isErrorEntry).map((entry) => entry.name) ?? null)) }]')}`,
  });
  addInternal(acme);
  acme.edit("catalog.yaml", "packages:", INSIDE);
  const files = await emitAll(acme.catalog);
  const own = files.find(({ path }) => path === "generated/own.json");
  expect(JSON.parse(own?.text ?? "")).toEqual([["RATE_LIMITED", "API_ERROR"], null]);
});

test("a subset for the inside has internal entries, with all that is said of them", async () => {
  const files = await emitAll(acmeWithInternal().catalog);
  const inside = files.filter(({ path }) => path.startsWith("../inside/"));
  const found = findSecrets(inside).map((line) => line.split(": ")[1]);
  // Notes are in catalog.json, and evidence in the command line alone, which no subset has.
  expect(SECRETS.filter((secret) => !found.includes(secret))).toEqual([]);
});

test("public entries that refer to an internal one are published without the reference", async () => {
  const files = await emitAll(acmeWithInternal().catalog);
  const text = files.find(({ path }) => path === "generated/catalog.json")?.text ?? "";
  const { entries } = JSON.parse(text) as { entries: Catalog["entries"] };
  const published = entries.find(({ name }) => name === "API_ERROR");
  expect(published).not.toHaveProperty("alike");
  expect(published?.retired).toEqual({ since: "1.0.0", reason: "It is old." });
});

test("the error reference has no internal entry, and that of a subset for the inside has them", async () => {
  const acme = acmeWithInternal();
  const filesOf = async (...args: string[]) =>
    [...(await drawSite(acme, ...args))].map(([path, text]) => ({ path, text }));
  const site = await filesOf();
  expect(site.length).toBeGreaterThan(10);
  expect(findSecrets(site)).toEqual([]);
  expect(site.flatMap(({ path }) => (/quagga/i.test(path) ? [path] : []))).toEqual([]);
  expect(findSecrets(await filesOf("--subset", "inside"))).not.toEqual([]);
  const traffic = await filesOf("--subset", "traffic");
  expect(findSecrets(traffic)).toEqual([]);
  const index = traffic.find(({ path }) => path === "index.html")?.text;
  expect(index).toContain("Acme payments API errors: traffic");
  expect(traffic.some(({ text }) => /card[ _]refused/i.test(text))).toBe(false);
});
