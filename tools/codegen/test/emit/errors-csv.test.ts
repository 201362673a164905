import { expect, test } from "vitest";
import { BUSY, emitFile, NOT_FOUND, tinyCatalog } from "./tiny-catalog.js";

test("errors.csv has one row for each error", async () => {
  expect(
    await emitFile("generated/errors.csv"),
  ).toBe(`name,code,aliases,httpStatus,message,description,category,fault,outcome,retry,venue,documented
ITEM_NOT_FOUND,1001,,404,Item '{item}' not found,Check the id of the item.,request,client,rejected,after-fix,,true
SERVER_BUSY,-1002,1002,,Server busy,,system,server,unknown,after-reconcile,,false
`);
});

test.each([
  ["a comma", "a,b", '"a,b"'],
  ["a quotation mark", 'say "a"', '"say ""a"""'],
  ["a line feed", "a\nb", '"a\nb"'],
  ["a carriage return", "a\rb", '"a\rb"'],
  ["a space", "a b", "a b"],
])("a description with %s is quoted as RFC 4180 says", async (_, description, want) => {
  const catalog = tinyCatalog({ entries: [{ ...NOT_FOUND, description }] });
  expect(await emitFile("generated/errors.csv", catalog)).toContain(`not found,${want},request,`);
});

test("several aliases are separated by spaces", async () => {
  const aliases = ["1002", "1003"].map((code) => ({ code, sources: [] }));
  const catalog = tinyCatalog({ entries: [{ ...BUSY, aliases }] });
  expect(await emitFile("generated/errors.csv", catalog)).toContain(
    "\nSERVER_BUSY,-1002,1002 1003,,",
  );
});

test("the success row is not one of the errors", async () => {
  const { category: _c, fault: _f, outcome: _o, retry: _r, ...rest } = BUSY;
  const entries = [{ ...rest, name: "SUCCESS", kind: "success" } as const, NOT_FOUND];
  const text = await emitFile("generated/errors.csv", tinyCatalog({ entries }));
  expect(text.split("\n").map((row) => row.split(",")[0])).toEqual(["name", "ITEM_NOT_FOUND", ""]);
});
