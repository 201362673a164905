import { compileFunction } from "node:vm";
import { type Catalog, type ErrorEntry, subsetOf } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findLost } from "../../dist/catalog/find-lost.js";
import { propertyRuns } from "../property-runs.js";
import { bundle, textsOf, withSubsets } from "./subset-catalogs.js";
import { NOT_FOUND, tinyCatalog } from "./tiny-catalog.js";

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
  // The schemas of the files that are edited by hand are for the whole catalog.
  expect(added.filter((path) => path.endsWith(".schema.json"))).toEqual([
    `${folder}/generated/catalog.schema.json`,
    `${folder}/generated/errors.schema.json`,
  ]);
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
  expect(types).toMatch(/ErrorName:\s+\| "ITEM_NOT_FOUND";/);
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

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 5, thorough: 30 });

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
    { numRuns: RUNS },
  );
  // Each error of a subset is recognized by its own text.
  expect(recognized).toBeGreaterThanOrEqual(RUNS);
});
