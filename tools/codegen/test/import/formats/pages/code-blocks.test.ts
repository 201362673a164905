import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "a block of code with codes and texts",
    "api.md",
    "# API\n\n## Errors\n\n```\n1001 = Order not found\n1002 = Order closed\n1003 = Order late\n```\n",
    [],
    [
      "1001 | null | Order not found |  | 6 | message",
      "1002 | null | Order closed |  | 7 | message",
      "1003 | null | Order late |  | 8 | message",
    ],
  ],
]);

test("import takes a block of code for a list of errors by its page, and not by the page's folder", async () => {
  const text = "# Guide\n\n## Limits\n\n```\n1001 = Orders\n1002 = Accounts\n1003 = Trades\n```\n";
  const workspace = emptyCatalog({ id: "folders" });
  mkdirSync(join(workspace.root, "defaults"));
  const { status, output } = await importText(workspace, "defaults/api.md", text);
  expect(output).toContain("no list says that it is about errors");
  expect(status).toBe(1);
});
