import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { importText, readDrafts } from "./import-text.js";

test("a few words in Latin script give no name to a text in another", async () => {
  const workspace = emptyCatalog({ id: "names" });
  const text =
    "Код,Описание\n10,Некорректный запрос: неизвестный url\n11,下單數量無效（OCO）\n12,orderId 無效\n";
  await importText(workspace, "errors.csv", text);
  expect(readDrafts(workspace).map(({ name }) => name)).toEqual(["CODE_10", "CODE_11", "ORDER_ID"]);
});

test("a proposed name that is too long ends with a whole word", async () => {
  const workspace = emptyCatalog({ id: "names" });
  const code = `ORDER_${"ABCDEFG_".repeat(8)}END`;
  await importText(workspace, "errors.csv", `code,message\n${code},One\n${code}S,Two\n`);
  const [first, second] = readDrafts(workspace).map(({ name }) => name);
  expect(first).toBe(`ORDER${"_ABCDEFG".repeat(6)}`);
  expect(second).not.toBe(first);
});
