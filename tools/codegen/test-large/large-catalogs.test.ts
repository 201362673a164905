import { join } from "node:path";
import { expect, test } from "vitest";
import { findClashes } from "../dist/catalog/find-clashes.js";
import type { Workspace } from "../test/acme.js";
import { emptyCatalog } from "../test/empty-catalog.js";
import {
  COMMON,
  commonCatalog,
  commonEntry,
  importingAcme,
  PUBLISHED,
} from "../test/load/imports/common.js";
import { errorsOf } from "../test/load/single-edits.js";
import { codegen } from "../test/run.js";

const COUNT = 20_000;

/** The differences between the entries of a large catalog. */
type Fields = (at: number) => object;

const many = <Item>(make: (at: number) => Item, length = COUNT): Item[] =>
  Array.from({ length }, (_, at) => make(at));

const PARAMS = { x: { meaning: "A value", example: "1" } };

function entry(at: number, fields: object): object {
  return {
    name: `E_${at}`,
    code: `c${at}`,
    httpStatus: 400,
    message: `Message ${at} happened`,
    description: "",
    category: "request",
    fault: "client",
    outcome: "rejected",
    retry: "after-fix",
    documented: false,
    sources: [{ document: "samples.txt", line: at + 1 }],
    ...fields,
  };
}

/** A catalog with very many entries in one file; JSON is YAML too. */
function largeCatalog(fields: Fields, manifest: object = {}, count = COUNT): Workspace {
  const workspace = emptyCatalog({ id: "large", manifest });
  const entries = many((at) => entry(at, fields(at)) as { code: string; message: string }, count);
  const print = (one: object) =>
    Object.entries(one)
      .map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
      .join("\n    ");
  workspace.write(
    "catalog/all.yaml",
    `entries:\n${entries.map((one) => `  - ${print(one)}\n`).join("")}`,
  );
  const lines = entries.map(({ code, message }) => `${code} ${message}\n`);
  workspace.write("evidence/samples.txt", lines.join(""));
  return workspace;
}

const ONE_CODE = { code: "one" };

/** The times of these catalogs grew by the square of their entries. */
const catalogs: readonly [
  what: string,
  fields: Fields,
  manifest: object,
  /** The first error, without its place. */
  error: string | undefined,
][] = [
  ["entries of one code", () => ONE_CODE, {}, undefined],
  [
    "templates of one code",
    (at) => ({ ...ONE_CODE, message: `Message ${at} {x} happened`, params: PARAMS }),
    {},
    undefined,
  ],
  [
    "templates of one code that begin alike",
    (at) => ({ ...ONE_CODE, message: `{x} happened ${at}`, params: PARAMS }),
    {},
    `${COUNT} entries have this code, and too many of their messages begin alike to be compared`,
  ],
  [
    "entries of one code of which every second is internal",
    (at) =>
      at % 2 === 0
        ? ONE_CODE
        : {
            ...ONE_CODE,
            message: `Message ${at} {x} happened`,
            params: PARAMS,
            audience: "internal",
          },
    {},
    undefined,
  ],
  [
    "entries of one code of which every second is for another venue than a subset",
    (at) => ({
      ...ONE_CODE,
      message: `Message ${at} {x} happened`,
      params: PARAMS,
      venue: at % 2 === 0 ? "here" : "there",
    }),
    {
      venues: { here: "Here", there: "There" },
      subsets: { here: { description: "Here.", venues: ["here"] } },
    },
    undefined,
  ],
  [
    "entries that were renamed one after the other",
    (at) => ({
      ...ONE_CODE,
      message: "Message",
      ...(at < COUNT - 1 && {
        retired: { since: "2026-01-01", reason: "Renamed", replacedBy: `E_${at + 1}` },
      }),
    }),
    {},
    undefined,
  ],
  [
    "codes in a tag",
    () => ({}),
    { tags: { all: { description: "All.", codes: many((at) => `c${at}`) } } },
    undefined,
  ],
  [
    "codes in a tag that no entry has",
    () => ({}),
    { tags: { none: { description: "None.", codes: many((at) => `x${at}`) } } },
    'no entry has the code "x0"',
  ],
  [
    "names in a subset",
    () => ({}),
    { subsets: { all: { description: "All.", names: many((at) => `E_${at}`) } } },
    undefined,
  ],
  [
    "lines of a range",
    () => ({}),
    {
      ranges: {
        "catalog/all.yaml": { owner: "@a/b", codes: many((at) => `c${at * 10}..c${at * 10 + 9}`) },
      },
    },
    undefined,
  ],
  [
    "lines of a range that overlap",
    () => ({}),
    {
      ranges: {
        "catalog/all.yaml": { owner: "@a/b", codes: many((at) => `c${at}..c${at + COUNT}`) },
      },
    },
    `the codes "c1..c${COUNT + 1}" overlap "c0..c${COUNT}" of catalog/all.yaml`,
  ],
  [
    "lines and owners of a range that has no entry",
    () => ({}),
    {
      ranges: {
        "catalog/all.yaml": { owner: many((at) => `@a/b${at}`), codes: many((at) => `x${at}`) },
      },
    },
    `the code "c0" is not in the ranges of catalog/all.yaml: x0, x1, x2, x3, x4 and ${COUNT - 5} more`,
  ],
];

test.each(catalogs)("lint is quick for 20,000 %s", async (_, fields, manifest, expected) => {
  const [first] = await errorsOf(largeCatalog(fields, manifest));
  expect(first?.message).toBe(expected);
});

test.each<[what: string, fields: Fields]>([
  ["texts", (at) => ({ message: `Message ${at} happened` })],
  ["templates", (at) => ({ message: `Message ${at} {x} happened`, params: PARAMS })],
  ["templates that begin alike", (at) => ({ message: `{x} happened ${at}`, params: PARAMS })],
])(
  "lint and generate are quick for 20,000 imported entries of one code with %s",
  async (_, fields) => {
    const entries = many((at) => commonEntry(`E_${at}`, "one", fields(at)));
    const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
    const acme = importingAcme([{ package: COMMON }], published);
    expect(await codegen(acme, "lint")).toMatchObject({ status: 0 });
    expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  },
);

test("the site is drawn quickly for 2,000 entries of one code", async () => {
  const large = largeCatalog(() => ONE_CODE, {}, 2_000);
  const out = join(large.root, "site");
  expect(await codegen(large, "site", "--out", out)).toMatchObject({ status: 0 });
});

test("findClashes says so where too many messages begin alike to be compared", () => {
  const items = Array.from({ length: 20_000 }, (_, index) => [`{x} a ${index}`]);
  expect(findClashes(items)).toEqual({ clashes: [], isComplete: false });
});
