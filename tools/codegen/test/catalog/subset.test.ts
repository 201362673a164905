import { type Catalog, type ErrorEntry, subsetOf } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { withSubsets } from "../emit/subset-catalogs.js";
import { NOT_FOUND, tinyCatalog } from "../emit/tiny-catalog.js";

const { venue: _, ...PLAIN } = NOT_FOUND;

/** An error with another name, and no texts that others have too. */
const error = (name: string, fields: Partial<ErrorEntry> = {}): ErrorEntry => ({
  ...PLAIN,
  ...{ name, code: name.toLowerCase(), message: name, params: {}, variants: [] },
  ...fields,
});

const SUCCESS: Catalog["entries"][number] = {
  name: "SUCCESS",
  kind: "success",
  code: "0",
  httpStatus: 200,
  message: "OK",
  aliases: [],
  variants: [],
  params: {},
  description: "",
  documented: true,
  sources: [{ document: "errors.md", line: 9 }],
};

/** The subset of a catalog that has the errors of some names, or of venues. */
function partOf(
  entries: Catalog["entries"],
  fields: { readonly names?: readonly string[]; readonly venues?: readonly string[] },
  evidence: Catalog["evidence"] = {},
): Catalog {
  const subsets = { part: { description: "A part.", ...fields } };
  return subsetOf(withSubsets(tinyCatalog({ entries, evidence }), subsets), "part") as Catalog;
}

test("the success row is in every subset", () => {
  const part = partOf([SUCCESS, error("A_LOST"), error("B_LOST")], { names: ["B_*"] });
  expect(part.entries.map(({ name }) => name)).toEqual(["SUCCESS", "B_LOST"]);
});

test("a subset by venues has the errors of these, and those of no venue", () => {
  const entries = [error("A_LOST", { venue: "east" }), error("B_LOST", { venue: "west" })];
  const part = partOf([...entries, error("C_LOST")], { venues: ["west"] });
  expect(part.entries.map(({ name }) => name)).toEqual(["B_LOST", "C_LOST"]);
});

test("errors of a subset refer to each other as in the whole catalog, and to no others", () => {
  const retired = { since: "1.0.0", reason: "Old.", replacedBy: "B_LOST" };
  const part = partOf(
    [
      error("A_LOST", { alike: ["B_LOST", "C_LOST"], retired }),
      error("B_LOST", { alike: ["A_LOST"], retired: { ...retired, replacedBy: "C_LOST" } }),
      error("C_LOST", { alike: ["A_LOST", "D_LOST"] }),
      error("D_LOST", { alike: ["C_LOST"] }),
    ],
    { names: ["A_LOST", "B_LOST", "D_LOST"] },
  );
  expect(part.entries).toEqual([
    error("A_LOST", { alike: ["B_LOST"], retired }),
    error("B_LOST", { alike: ["A_LOST"], retired: { since: "1.0.0", reason: "Old." } }),
    error("D_LOST"),
  ]);
});

test("a subset says which of its codes errors outside have too, by an alias or a code", () => {
  const aliases = [{ code: "3", sources: NOT_FOUND.sources }];
  const entries = [
    error("A_LOST", { code: "1" }),
    error("B_LOST", { code: "2", aliases }),
    error("C_LOST", { code: "3" }),
    error("D_LOST", { code: "1" }),
  ];
  expect(partOf(entries, { names: ["A_LOST", "B_LOST"] }).sharedCodes).toEqual(["1", "3"]);
});

test("the packages of a subset are subpaths of the catalog's, and have their own code", () => {
  const { manifest } = partOf([error("A_LOST")], { names: ["A_*"] });
  expect(manifest).toMatchObject({
    runtime: true,
    packages: {
      types: { name: "@acme/types/part", folder: "../types/src/generated/subsets/part" },
    },
  });
  expect(subsetOf(tinyCatalog(), "part")).toBeUndefined();
});

test("the evidence of a subset has the lines that its errors cite, not those of others alone", () => {
  const at = (line: number, lastLine = line) => ({
    sources: [{ document: "errors.md", line, lastLine }],
  });
  const entries = [
    error("A_LOST", at(2, 3)),
    error("B_LOST", at(3, 5)),
    // It is of another catalog, which has a document of the same name.
    error("C_LOST", { ...at(4), from: "@acme/common" }),
  ];
  const evidence = { "errors.md": ["Title", "A", "A and B", "B", "B too", "End"], "more.md": [""] };
  expect(partOf(entries, { names: ["A_LOST", "C_LOST"] }, evidence).evidence).toEqual({
    "errors.md": ["Title", "A", "A and B", "", "", "End"],
    "more.md": [""],
  });
});
