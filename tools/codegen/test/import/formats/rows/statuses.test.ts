import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "HTTP statuses under Code, beside a column of error codes",
    "errors.md",
    "| Code | Error code | Message |\n|---|---|---|\n| 400 | 10002 | Bad price |\n| 404 | 10003 | No order |\n| | 10004 | Late |\n",
    [],
    [
      "10002 | 400 | Bad price |  | 3 | ",
      "10003 | 404 | No order |  | 4 | ",
      "10004 | null | Late |  | 5 | ",
    ],
  ],
  [
    "numbers under Code that are no HTTP statuses, beside a column of error codes",
    "errors.md",
    "| Code | Error code | Message |\n|---|---|---|\n| 400 | 10002 | Bad price |\n| 17 | 10003 | No order |\n",
    [],
    ["10002 | null | Bad price |  | 3 | ", "10003 | null | No order |  | 4 | "],
  ],
  [
    "statuses that no registry lists",
    "errors.csv",
    "code,http_status,message\nFLOOD_WAIT,420,Wait\nOVERLOADED,529,Busy\nODD,399,Odd\n",
    [],
    [
      "FLOOD_WAIT | 420 | Wait |  | 2 | ",
      "OVERLOADED | 529 | Busy |  | 3 | ",
      "ODD | null | Odd |  | 4 | httpStatus",
    ],
  ],
  [
    "statuses that no error has",
    "errors.csv",
    "code,http,message\n71,302,One\n72,4xx,Two\n73,200,Three\n74,404 or 410,Four\n",
    [],
    [
      "71 | null | One |  | 2 | httpStatus",
      "72 | null | Two |  | 3 | httpStatus",
      "73 | 200 | Three |  | 4 | ",
      "74 | null | Four |  | 5 | httpStatus",
    ],
    [],
  ],
]);

const statuses = `| Code | Name | Text |
|---|---|---|
| 400 | order_late | It is late |
| 400 | order_gone | It is gone |
| 404, 410 | no_order | No order |
`;

test("import warns of HTTP statuses in the column of codes, and says how to read the table", async () => {
  const workspace = emptyCatalog({ id: "statuses" });
  const warned = await importText(workspace, "errors.md", statuses, ["--dry-run"]);
  expect(warned.output).toContain(
    'errors.md:3:1 warning the codes in the column "Code" are HTTP statuses, and several errors share one: the codes may be in "Name" (import)',
  );
  const hint = '--columns code="Name",httpStatus="Code"';
  expect(warned.output).toContain(`help: ${hint}\n`);
  const args = hint.replaceAll('"', "").split(" ");
  const { output } = await importText(workspace, "errors.md", statuses, args);
  expect(output).not.toContain("warning");
  expect(readDrafts(workspace).map(({ code, httpStatus }) => [code, httpStatus])).toEqual([
    ["order_late", 400],
    ["order_gone", 400],
    ["no_order", null],
  ]);
});

test.each([
  ["each error has a status of its own", statuses.replace("400 | order_gone", "409 | order_gone")],
  ["no other column has a word for each", statuses.replaceAll(/order_\w+|no_order/g, "x_y")],
  ["the codes are not statuses", statuses.replaceAll("40", "10")],
])("import does not warn of HTTP statuses where %s", async (_, text) => {
  const { output } = await importText(emptyCatalog({ id: "statuses" }), "errors.md", text);
  expect(output).not.toContain("HTTP statuses");
});

test("import leaves a table of HTTP statuses out beside one of codes, unless it is asked for", async () => {
  const own = "| Code | Message |\n|---|---|\n| order.late | It is late |\n";
  const http = "| Status | Meaning |\n|---|---|\n| 200 | OK |\n| 429 | Slow down |\n";
  const both = `${own}\n${http}`;
  const { output } = await importText(emptyCatalog({ id: "both" }), "errors.md", both);
  expect(output).toContain("1 row; 0 known, 0 changed, 1 new");
  expect(output).toContain("not read: 2 rows, its codes are HTTP statuses, and another table");
  const asked = ["--table", "2"];
  const other = await importText(emptyCatalog({ id: "asked" }), "errors.md", both, asked);
  expect(other.output).toContain("2 rows; 0 known, 0 changed, 2 new");
  const alone = await importText(emptyCatalog({ id: "alone" }), "errors.md", http);
  expect(alone.output).toContain("2 rows; 0 known, 0 changed, 2 new");
});
