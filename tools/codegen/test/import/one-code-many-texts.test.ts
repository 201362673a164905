import { expect, test } from "vitest";
import { buildPackages } from "../build.js";
import { emptyCatalog } from "../empty-catalog.js";
import { codegen } from "../run.js";
import { importText, testDocuments } from "./import-text.js";

test("of several texts of one code, the one with more literal text is recognized", async () => {
  const workspace = emptyCatalog({ id: "gateway" });
  const { status, output } = await importText(
    workspace,
    "errors.md",
    [
      "| Code | HTTP | Message |",
      "|---|---|---|",
      "| 98 | 500 | Order {id} expired |",
      "| 98 | 400 | {field} parameter must be a list |",
      "| 98 | 400 | {field} does not match {pattern} |",
      "| 98 | 422 | {anything} |",
      "| 98 | 403 | Order 7 expired |",
    ].join("\n"),
  );
  expect([status, output]).toEqual([0, expect.not.stringMatching(/:\d+ error /)]);

  const { stderr } = await codegen(workspace, "lint");
  expect(stderr.match(/a response text can match both this entry and \w+/g)).toEqual([
    "a response text can match both this entry and ORDER_EXPIRED",
  ]);
  // No edit of the catalog could make the API's own texts differ: a release does not wait for it.
  const release = await codegen(workspace, "lint", "--release");
  expect(release.stderr).toContain("Not ready to release: fix the warnings of ");
  expect(release.stderr).not.toMatch(/fix the warnings of .*messages/);

  expect((await codegen(workspace, "generate")).status).toBe(0);
  const { parseResponse } = await import(
    buildPackages(
      workspace,
      { types: "@gateway/types", validator: "@gateway/errors" },
      { noCheck: true },
    ).validator
  );
  const statusOf = (message: string) =>
    parseResponse({ code: "98", message }, { httpStatus: 400 }).error.httpStatus;
  expect(
    [
      "Order 7 expired",
      "Order 8 expired",
      "ids parameter must be a list",
      "id does not match [a-z]",
      "Something else",
    ].map(statusOf),
  ).toEqual([403, 500, 400, 400, 422]);
});

testDocuments([
  [
    "texts of one code that only a final period tells apart",
    "errors.csv",
    "code,message\nE_1,Too long.\nE_1,Too long\nE_1,Too short\n",
    [],
    ["E_1 | null | Too long. |  | 2 | ", "E_1 | null | Too short |  | 4 | "],
  ],
  [
    "two texts of one code that differ only in their placeholders",
    "errors.csv",
    "code,message\n71,{field} is missing\n71,%s is missing\n",
    [],
    ["71 | null | {field} is missing |  | 2 | "],
    ["2 rows; 0 known, 0 changed, 1 new"],
  ],
]);
