import { gzipSync } from "node:zlib";
import { type Catalog, type ErrorEntry, subsetOf } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { bundle, textsOf, withSubsets } from "../test/emit/subset-catalogs.js";
import { NOT_FOUND, text, tinyCatalog } from "../test/emit/tiny-catalog.js";

/** A catalog of many errors, the first of which have the tag `orders`. */
function largeCatalog(count: number, tagged: number): Catalog {
  const entries = Array.from(
    { length: count },
    (_, at): ErrorEntry => ({
      ...NOT_FOUND,
      name: `ERROR_${at}`,
      code: String(10_000 + at),
      message: `Failure ${at} of '{item}'`,
      variants: [],
      ...(at < tagged && { tags: ["orders"] }),
    }),
  );
  const translations = Object.fromEntries(
    entries.map(({ name }) => [name, text(`What ${name} says about {item}.`, "Look at it.")]),
  );
  const [, en] = tinyCatalog().locales;
  const locales = [{ ...en, tag: "en", translations: { ...en?.translations, ...translations } }];
  return tinyCatalog({ entries, locales });
}

const ORDERS = { orders: { description: "For orders.", tags: ["orders"] } };

test("a subset of 20 of 1,300 errors has the bytes of a catalog of these 20", async () => {
  const whole = await textsOf(withSubsets(largeCatalog(1300, 20), ORDERS));
  const { tags: _, ...manifest } = tinyCatalog().manifest;
  const inSubset = (folder: string) => `${folder}/generated/subsets/orders`;
  const packages = {
    types: { name: "@acme/types/orders", folder: inSubset("../types/src") },
    validator: { name: "@acme/validator/orders", folder: inSubset("../validator/src") },
    messages: { name: "@acme/messages/orders", folder: inSubset("../messages/src") },
  };
  const small = await textsOf({
    ...largeCatalog(20, 20),
    manifest: { ...manifest, packages, runtime: true },
  });
  const ofPackages = [...small].filter(([path]) => path.startsWith("../"));
  expect(ofPackages.length).toBeGreaterThan(50);
  expect(ofPackages.flatMap(([path, want]) => (whole.get(path) === want ? [] : [path]))).toEqual(
    [],
  );
  const data = [
    "catalog.json",
    "errors.csv",
    "errors.schema.json",
    "conformance.ndjson",
    "texts.md",
  ];
  const differing = data.filter(
    (file) => whole.get(`generated/subsets/orders/${file}`) !== small.get(`generated/${file}`),
  );
  expect(differing).toEqual([]);
});

test("what a program loads of a subset grows with the subset, and not with the catalog", async () => {
  const sizeOf = async (count: number, tagged: number) => {
    const part = subsetOf(withSubsets(largeCatalog(count, tagged), ORDERS), "orders");
    const code = await bundle(part as Catalog);
    return gzipSync(code).length;
  };
  const [few, fewOfMany, many] = [
    await sizeOf(20, 20),
    await sizeOf(1300, 20),
    await sizeOf(1300, 1300),
  ];
  expect(fewOfMany).toBe(few);
  expect(many).toBeGreaterThan(2 * few);
});
