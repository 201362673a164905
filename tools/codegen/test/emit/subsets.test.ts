import { compileFunction } from "node:vm";
import { gzipSync } from "node:zlib";
import { type Catalog, type ErrorEntry, emit, subsetOf } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findLost } from "../../dist/catalog/find-lost.js";
import { emitModules } from "../../dist/emit/emit-modules.js";
import { bundleModules } from "../../dist/site/bundle-modules.js";
import { NOT_FOUND, text, tinyCatalog } from "./tiny-catalog.js";

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

const withSubsets = (catalog: Catalog, subsets: Catalog["manifest"]["subsets"]): Catalog => ({
  ...catalog,
  manifest: { ...catalog.manifest, ...(subsets && { subsets }) },
});

async function textsOf(catalog: Catalog): Promise<ReadonlyMap<string, string>> {
  const { files, problems } = await emit(catalog);
  expect(problems).toEqual([]);
  return new Map(files.map((file) => [file.path, file.text]));
}

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

/** Bundles what identifies errors, and one locale. */
async function bundle(catalog: Catalog): Promise<string> {
  const entry = `export { identify } from "#validator/index.js";
export { messages } from "#messages/generated/bundles/en.js";`;
  return bundleModules(await emitModules(catalog), entry, {
    output: { format: "cjs", minify: true },
  });
}

test("a catalog without subsets emits what it did, and a subset in a folder imports by path", async () => {
  const plain = await textsOf(tinyCatalog());
  const folder = "../orders/errors";
  const whole = await textsOf(
    withSubsets(tinyCatalog(), {
      orders: { description: "For orders.", names: ["ITEM_NOT_FOUND"], folder },
    }),
  );
  const changed = [...plain].flatMap(([path, want]) => (whole.get(path) === want ? [] : [path]));
  expect(changed).toEqual(["generated/files.txt"]);
  const added = [...whole.keys()].filter((path) => !plain.has(path));
  expect(added.filter((path) => !path.startsWith(`${folder}/`))).toEqual([]);
  expect(added).toContain(`${folder}/generated/catalog.json`);
  expect(whole.get(`${folder}/validator/generated/types.ts`)).toContain(
    'export type * from "../../types/index.js";',
  );
  const names = whole.get(`${folder}/types/generated/entries.ts`);
  expect(names).toContain("ITEM_NOT_FOUND");
  expect(names).not.toContain("SERVER_BUSY");
});

test("the OpenAPI document of a subset has the components of its errors alone", async () => {
  const openapi = { openapi: "3.1.0", info: { title: "Acme", version: "1" }, paths: {} };
  const subsets = { orders: { description: "For orders.", names: ["ITEM_NOT_FOUND"] } };
  const texts = await textsOf(withSubsets(tinyCatalog({ openapi }), subsets));
  const document = JSON.parse(texts.get("generated/subsets/orders/openapi.json") ?? "");
  expect(document.components.schemas).toMatchObject({
    ErrorName: { enum: ["ITEM_NOT_FOUND"] },
    ErrorCode: { enum: ["1001"] },
  });
  const types = texts.get("../types/src/generated/subsets/orders/generated/openapi.ts");
  expect(types).toContain('ErrorName: "ITEM_NOT_FOUND";');
});

test("the tables of a subset name no error of a code that errors outside have too", async () => {
  const twin = { ...NOT_FOUND, name: "ITEM_LOST", message: "Lost", params: {}, variants: [] };
  const subsets = { lost: { description: "Lost items.", names: ["ITEM_LOST"] } };
  const catalog = withSubsets(tinyCatalog({ entries: [NOT_FOUND, twin] }), subsets);
  const texts = await textsOf(catalog);
  const sql = texts.get("generated/subsets/lost/errors.duckdb.sql");
  expect(sql).toContain("CREATE SCHEMA IF NOT EXISTS acme_errors_lost;");
  // The one without a name has no text: with it, the code alone is none of the error's.
  expect(sql).toContain("('string', '1001', 1, 'ITEM_LOST'),\n  ('string', '1001', 2, '')");
});

interface Identified {
  readonly name: string;
  readonly code: string;
  readonly candidates?: readonly string[];
}

type Identify = (code: string | number, message?: string | null) => Identified;

async function loadIdentify(catalog: Catalog): Promise<Identify> {
  const exports = {};
  compileFunction(await bundle(catalog), ["exports"])(exports);
  return (exports as { readonly identify: Identify }).identify;
}

const CODES = ["1001", "1002", "abc"];
const TEXTS = ["Busy", "Order {item} is busy", "{item} is busy", "Order 7 is busy", "Gone: {item}"];
const RESPONSES = ["Busy", "Order 7 is busy", "Order 8 is busy", "It is busy", "Gone: 7", "Other"];

/** Up to twelve errors that share three codes, and the names of those in a subset. */
const anyPart = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...CODES), fc.constantFrom(...TEXTS)), {
    minLength: 2,
    maxLength: 12,
    selector: (pair) => pair.join(" "),
  })
  .chain((pairs) =>
    fc.record({
      entries: fc.constant(
        pairs.map(([code, message], at) => toEntry(`ERROR_${"ABCDEFGHIJKL"[at]}`, code, message)),
      ),
      isInside: fc.array(fc.boolean(), { minLength: pairs.length, maxLength: pairs.length }),
    }),
  );

function toEntry(name: string, code: string, message: string): ErrorEntry {
  const params = message.includes("{item}") ? NOT_FOUND.params : {};
  return { ...NOT_FOUND, name, code, message, params, variants: [] };
}

test("a validator of a subset names an error as the whole one does, or UNRECOGNIZED", async () => {
  let recognized = 0;
  await fc.assert(
    fc.asyncProperty(anyPart, async ({ entries, isInside }) => {
      const names = entries.filter((_, at) => isInside[at]).map(({ name }) => name);
      const inside = new Set(names);
      fc.pre(names.length > 0 && inside.size < entries.length);
      const catalog = withSubsets(tinyCatalog({ entries }), {
        part: { description: "A part.", names },
      });
      // A rule refuses a part that would take responses of others.
      fc.pre(findLost(catalog, ({ name }) => inside.has(name)).lost.length === 0);
      const whole = await loadIdentify(catalog);
      const part = await loadIdentify(subsetOf(catalog, "part") as Catalog);
      const wrong = [...CODES, 1001, 1002].flatMap((code) =>
        [null, ...RESPONSES].flatMap((response) => {
          const [one, other] = [whole(code, response), part(code, response)];
          const isKnown = inside.has(one.name);
          if (isKnown) recognized += 1;
          const isRight = isKnown
            ? JSON.stringify(one) === JSON.stringify(other)
            : other.name === "UNRECOGNIZED" &&
              other.code === String(code) &&
              other.candidates?.every((name) => inside.has(name));
          return isRight ? [] : [{ code, response, one, other }];
        }),
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: 25 },
  );
  expect(recognized).toBeGreaterThan(50);
});
