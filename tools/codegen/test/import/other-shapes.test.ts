import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { type DocumentCase, expectEntries, importText, readDrafts, toLine } from "./import-text.js";

test.each<DocumentCase>([
  [
    "texts that are lists of their lines, in JSON",
    "errors.json",
    '{\n "ORDER_LATE": {\n  "message": [\n   "The order <id> is \\"late\\".",\n   "Say \'one\', \'two\'."\n  ]\n },\n "ORDER_GONE": {\n  "message": ["It is gone."]\n }\n}\n',
    [],
    [
      "ORDER_LATE | null | The order {id} is \"late\". Say 'one', 'two'. |  | 2-6 | message",
      "ORDER_GONE | null | It is gone. |  | 8-9 | ",
    ],
  ],
  [
    "texts that are lists of their lines, in YAML",
    "errors.yaml",
    "ORDER_LATE:\n  message:\n    - The order is\n    - 'late.'\nORDER_GONE:\n  message: [It is gone.]\n",
    [],
    [
      "ORDER_LATE | null | The order is late. |  | 1-4 | message",
      "ORDER_GONE | null | It is gone. |  | 5-6 | ",
    ],
  ],
  [
    "examples of an OpenAPI document that send a code alone",
    "openapi.yaml",
    "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      responses:\n        '200':\n          description: The order\n        '400':\n          description: ''\n          content:\n            application/json:\n              examples:\n                Late:\n                  description: The order is late\n                  value:\n                    code: ORDER_LATE\n        '404':\n          description: Nothing\n",
    [],
    ["ORDER_LATE | 400 | The order is late |  | 14-16 | message"],
  ],
  [
    "headings that say the kind of each code, with the texts below them",
    "errors.md",
    "# Errors\n\n## 101 - SUCESSO\n**101 - Feito**\n\n## 102 - REJEIÇÃO\n**102 - Inválido**\n\n## 103 - REJEIÇÃO\n\nTarde\n\n## 104 - REJEIÇÃO\n**1045: Nada**\n\n## 105 - REJEIÇÃO\n105 -\n\n## 106 - REJEIÇÃO\n106: Fim\n\n## 107 - SUCESSO\nSim\n\n## 108 - SUCESSO\n108-B\n",
    [],
    [
      "101 | null | Feito |  | 3-4 | message description",
      "102 | null | Inválido |  | 6-7 | message description",
      "103 | null | Tarde |  | 9-11 | message description",
      "104 | null | 1045: Nada |  | 13-14 | message description",
      "105 | null | 105 - |  | 16-17 | message description",
      "106 | null | Fim |  | 19-20 | message description",
      "107 | null | Sim |  | 22-23 | message description",
      "108 | null | 108-B |  | 25-26 | message description",
    ],
  ],
  [
    "headings that say the texts of several codes, without a text below one of them",
    "errors.md",
    "# Errors\n\n## 101 - Too late\nA\n\n## 102 - Too late\n\n## 103 - Too late\nB\n\n## 104 - Too late\nC\n",
    [],
    [
      "101 | null | Too late | A | 3-4 | message description",
      "102 | null | Too late |  | 6 | message description",
      "103 | null | Too late | B | 8-9 | message description",
      "104 | null | Too late | C | 11-12 | message description",
    ],
  ],
])("import reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});

test("import reads columns of text of which some lines have more, and says which it does not read", async () => {
  const workspace = emptyCatalog({ id: "ragged" });
  const text =
    "# Codes\n0x_01   OrderLate\n0x_02   OrderGone\n0x_03   OrderClosed  #RETRY\n0x_04   OrderOpen  #RETRY #LATER\n";
  const { output } = await importText(workspace, "errors.txt", text);
  const hint = '--columns description="column 3"';
  expect(output).toContain(
    `columns code="column 1",message="column 2"; columns not read: "column 3" (${hint} reads one)`,
  );
  const described = emptyCatalog({ id: "described" });
  await importText(described, "errors.txt", text, hint.replaceAll('"', "").split(/ (?=d)/));
  const texts = [workspace, described].map((each) =>
    readDrafts(each).map(({ message, description }) => [message, description]),
  );
  expect(texts).toEqual([
    [
      ["OrderLate", ""],
      ["OrderGone", ""],
      ["OrderClosed", ""],
      ["OrderOpen", ""],
    ],
    [
      ["OrderLate", ""],
      ["OrderGone", ""],
      ["OrderClosed", "#RETRY"],
      ["OrderOpen", "#RETRY #LATER"],
    ],
  ]);
});

test("import says which members it does not read, also one that few errors have", async () => {
  const errors = Array.from({ length: 60 }, (_, index) => [
    `ORDER_${index}`,
    { message: `No ${index}`, ...(index === 59 && { subClass: { A_B: { message: "One" } } }) },
  ]);
  const workspace = emptyCatalog({ id: "members" });
  const text = JSON.stringify(Object.fromEntries(errors), null, 1);
  const { output } = await importText(workspace, "errors.json", text);
  expect(output).toContain('columns not read: "subClass"');
});

test("import takes no responses of an OpenAPI document for errors", async () => {
  const responses = { 200: { description: "Fine" }, 400: { description: "Bad" } };
  const text = JSON.stringify({ openapi: "3.0.0", paths: { "/a": { get: { responses } } } });
  const { status, output } = await importText(emptyCatalog({ id: "none" }), "api.json", text);
  expect(output).toContain("no list of error codes, and no example of an error");
  expect(status).toBe(1);
});

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

test("import warns of codes that several errors share, where another column has one for each", async () => {
  const text =
    "| resultCode | refusalReasonCode | Description |\n|---|---|---|\n| Refused | 2 | It was refused |\n| Refused | 3 | Ask the bank |\n| Error | 4 | The bank is down |\n| Error | 5 | The card is blocked |\n";
  const { output } = await importText(emptyCatalog({ id: "shared" }), "errors.md", text);
  expect(output).toContain(
    'several errors share one of the codes in the column "resultCode": the codes may be in "refusalReasonCode"',
  );
  expect(output).toContain('help: --columns code="refusalReasonCode"\n');
  expect(output).toContain("lines 1-6): 4 rows");
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

test("a row without a code has none from above a row that is not read", async () => {
  const text =
    "| Code | Message |\n|---|---|\n| 1003 | Late |\n| 1004 or 1005 | Shared |\n| | More |\n| 1006 | Closed |\n| | Open |\n";
  const workspace = emptyCatalog({ id: "above" });
  const { output } = await importText(workspace, "errors.md", text, ["--keep-going"]);
  expect(output).toContain("errors.md:5:1 error a row without a code");
  expect(readDrafts(workspace).map(toLine)).toEqual([
    "1003 | null | Late |  | 3 | ",
    "1006 | null | Closed |  | 6 | ",
    "1006 | null | Open |  | 6-7 | code",
  ]);
});

test("words that describe several categories choose none of them", async () => {
  const workspace = emptyCatalog({
    id: "words",
    manifest: {
      categories: {
        "rate-limit": { status: 429, description: "Too many requests in a period." },
        request: { status: 400, description: "The request's own form." },
        system: { status: 500, description: "The servers." },
      },
    },
  });
  const text = "code,message\n1,Bad request\n2,Many requests\n3,The system got a request\n";
  await importText(workspace, "errors.csv", text);
  expect(readDrafts(workspace).map(({ category }) => category)).toEqual([
    "request",
    "rate-limit",
    "system",
  ]);
});

test("a proposed name that is too long ends with a whole word", async () => {
  const workspace = emptyCatalog({ id: "names" });
  const code = `ORDER_${"ABCDEFG_".repeat(8)}END`;
  await importText(workspace, "errors.csv", `code,message\n${code},One\n${code}S,Two\n`);
  const [first, second] = readDrafts(workspace).map(({ name }) => name);
  expect(first).toBe(`ORDER${"_ABCDEFG".repeat(6)}`);
  expect(second).not.toBe(first);
});
