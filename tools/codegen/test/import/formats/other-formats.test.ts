import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyCatalog } from "../../empty-catalog.js";
import { type DocumentCase, expectEntries, importText } from "../import-text.js";

test.each<DocumentCase>([
  [
    "a JSON array of objects",
    "errors.json",
    JSON.stringify(
      [
        { errorCode: 1001, message: "Order %s not found", httpStatus: 404, docs: "x" },
        { errorCode: 1002, message: 'Say "please"', httpStatus: 400 },
      ],
      null,
      1,
    ),
    [],
    ["1001 | 404 | Order {order} not found |  | 3-5 | ", '1002 | 400 | Say "please" |  | 9-11 | '],
  ],
  [
    "a YAML object of objects by code, and one by name with codes inside",
    "errors.yaml",
    "orders:\n  '0001': { message: Gone, status: 404, description: It was there. }\n  '0002': { message: Late, status: 409, description: '' }\nusers:\n  NOT_FOUND: { code: -5, text: No user }\n  BANNED: { code: -6, text: { en: Banned, de: Gesperrt } }\n",
    [],
    [
      "0001 | 404 | Gone | It was there. | 2 | ",
      "0002 | 409 | Late |  | 3 | ",
      "-5 | null | No user |  | 5 | ",
      "-6 | null | Banned |  | 6 | ",
    ],
  ],
  [
    "a JSON object from codes to texts",
    "messages.json",
    '{\n "errors": {\n  "order.not_found": "Order not found",\n  "order.too_late": "Too late"\n }\n}',
    [],
    [
      "order.not_found | null | Order not found |  | 3 | message",
      "order.too_late | null | Too late |  | 4 | message",
    ],
  ],
  [
    "headings with a code, a name and a list of texts",
    "errors.md",
    "# Error codes\n\n## 10xx - General\n\n#### -1000 UNKNOWN\n * An unknown error occurred.\n\n#### -1003 TOO_MANY_REQUESTS\n * Too many requests queued.\n * Too much weight used;\n   use the websocket.\n\n#### -1013 INVALID_MESSAGE\n * The request is rejected.\n",
    [],
    [
      "-1000 | null | An unknown error occurred. |  | 5-6 | message description",
      "-1003 | null | Too many requests queued. |  | 8-9 | message description",
      "-1003 | null | Too much weight used; use the websocket. |  | 8-11 | message description",
      "-1013 | null | The request is rejected. |  | 13-14 | message description",
    ],
  ],
  [
    "headings with a code and its text, and labels below them",
    "errors.md",
    "# Errors\n\n### E1001: Order not found\n\n- **HTTP status**: 404\n- **Cause**: The id is wrong.\n\n### E1002: Order closed\n\nIt was filled.\n\n### E1003: Order late\n",
    [],
    [
      "E1001 | 404 | Order not found | The id is wrong. | 3-6 | message description",
      "E1002 | null | Order closed | It was filled. | 8-10 | message description",
      "E1003 | null | Order late |  | 12 | message description",
    ],
  ],
  [
    "columns of text without headings",
    "errcodes.txt",
    "# The error codes\n\nSection: Class 00 - Successful Completion\n\n00000    S    ERRCODE_SUCCESSFUL_COMPLETION    successful_completion\n\nSection: Class 01 - Warning\n\n01000    W    ERRCODE_WARNING    warning\n0100C    W    ERRCODE_WARNING_DYNAMIC    dynamic_result_sets_returned\n22012    E    ERRCODE_DIVISION_BY_ZERO    division_by_zero\n",
    [],
    [
      "00000 | null | successful_completion |  | 5 | message",
      "01000 | null | warning |  | 9 | message",
      "0100C | null | dynamic_result_sets_returned |  | 10 | message",
      "22012 | null | division_by_zero |  | 11 | message",
    ],
  ],
  [
    "columns of text with headings and a rule",
    "errors.txt",
    "Code   Status  Message\n-----  ------  -------\n1001   404     Order not found\n1002   400     Order is too late\n",
    [],
    ["1001 | 404 | Order not found |  | 3 | ", "1002 | 400 | Order is too late |  | 4 | "],
  ],
  [
    "lines of a code and a text",
    "errors.txt",
    "1001 = Order not found\n1002 = Order closed\nE_LATE: 'Too late',\n",
    [],
    [
      "1001 | null | Order not found |  | 1 | message",
      "1002 | null | Order closed |  | 2 | message",
      "E_LATE | null | Too late |  | 3 | message",
    ],
  ],
  [
    "a list of definitions in HTML",
    "errors.html",
    "<h1>System Error Codes</h1>\n<dl><dt><p><b>ERROR_SUCCESS</b></p></dt>\n<dt>0 (0x0)</dt>\n<dd>The operation completed.</dd></dl>\n<dl><dt>ERROR_INVALID_FUNCTION</dt><dt>10 (0xA)</dt><dd>Incorrect function.</dd>\n<dt>ERROR_FILE_NOT_FOUND</dt><dt>20 (0x14)</dt><dd>No file.</dd></dl>\n<dl><dt><code>E_LATE</code></dt><dd>Too late.</dd></dl>\n",
    [],
    [
      "0 | null | The operation completed. |  | 2-4 | message",
      "10 | null | Incorrect function. |  | 5 | message",
      "20 | null | No file. |  | 6 | message",
      "E_LATE | null | Too late. |  | 7 | message",
    ],
  ],
  [
    "an object from names to texts, in a file of errors",
    "errors.yaml",
    "ORDER_NOT_FOUND: Order not found\nLOW_BALANCE: Balance of {asset} is low\nINTERNAL: Oops\n",
    [],
    [
      "ORDER_NOT_FOUND | null | Order not found |  | 1 | message",
      "LOW_BALANCE | null | Balance of {asset} is low |  | 2 | message",
      "INTERNAL | null | Oops |  | 3 | message",
    ],
  ],
  [
    "an object of errors below codes and a word, in a file of errors",
    "errors.yaml",
    "1001:\n  message: Order not found\n  http_status: 404\n-1002: { message: Low balance }\nfallback: { message: Unknown }\n",
    [],
    [
      "1001 | 404 | Order not found |  | 1-3 | ",
      "-1002 | null | Low balance |  | 4 | ",
      "fallback | null | Unknown |  | 5 | ",
    ],
  ],
  [
    "an object from names to texts, below a name of errors, and no other texts",
    "texts.json",
    JSON.stringify(
      {
        errors: { orderNotFound: "Order not found", low_balance: "Low balance", internal: "Oops" },
        buttons: { orderNow: "Order now", log_in: "Log in", ok: "OK" },
      },
      undefined,
      1,
    ),
    [],
    [
      "orderNotFound | null | Order not found |  | 3 | message",
      "low_balance | null | Low balance |  | 4 | message",
      "internal | null | Oops |  | 5 | message",
    ],
  ],
  [
    "items of a list",
    "errors.md",
    "# Error codes\n\n- `invalid_grant`: The grant is invalid.\n- `invalid_scope` - The scope is *unknown*.\n- **E1003**: Late.\n",
    [],
    [
      "invalid_grant | null | The grant is invalid. |  | 3 | message",
      "invalid_scope | null | The scope is unknown. |  | 4 | message",
      "E1003 | null | Late. |  | 5 | message",
    ],
  ],
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
])("import reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});

test("import reads the errors of an OpenRPC document, and no other objects of it", async () => {
  const document = {
    openrpc: "1.2.6",
    components: {
      schemas: {
        Block: {
          properties: {
            block_hash: { description: "The hash" },
            block_number: { description: "The number" },
          },
        },
      },
      errors: {
        NOT_FOUND: { code: 24, message: "Block not found" },
        NO_BLOCKS: { code: 32, message: "There are no blocks" },
      },
    },
  };
  const workspace = emptyCatalog({ id: "openrpc" });
  const { output } = await importText(workspace, "api.json", JSON.stringify(document, null, 1));
  expect(output).toContain("2 rows; 0 known, 0 changed, 2 new");
  expect(output).toContain("not read: 2 rows, nothing says that it is about errors");
});

test("import leaves objects out that may be texts or responses of anything, and says so", async () => {
  const texts = '{ "ORDER_NOT_FOUND": "Order not found", "LOW_BALANCE": "Low balance" }';
  const responses = '[{ "name": "Order not found", "code": 404 }, { "name": "Late", "code": 408 }]';
  for (const text of [texts, responses]) {
    const workspace = emptyCatalog({ id: "objects" });
    const refused = await importText(workspace, "overrides.json", text);
    expect(refused.output).toContain("nothing says that a list is one of errors");
    const taken = await importText(workspace, "overrides.json", text, ["--table", "1"]);
    expect(taken.output).toContain("2 rows; 0 known, 0 changed, 2 new");
  }
  for (const file of ["ErrInvalid.json", "apierr.json", "APIERRS.json"]) {
    const named = await importText(emptyCatalog({ id: "named" }), file, texts);
    expect(named.output).toContain("2 rows; 0 known, 0 changed, 2 new");
  }
  const counts = '{ "failures": { "TIMED_OUT": 1, "NO_RESPONSE": 1 } }';
  const { output } = await importText(emptyCatalog({ id: "counts" }), "data.json", counts);
  expect(output).toContain("no table, and no list of codes and texts");
});

const unnamed = `# API

## Default and preferred parameters

- \`order_id\`: The id.
- \`user_id\`: The user.
- \`client_id\`: The client.
`;

test("import leaves a list out that nothing says to be of errors, unless it is asked for", async () => {
  const workspace = emptyCatalog({ id: "lists" });
  const refused = await importText(workspace, "api.md", unnamed);
  expect(refused.status).toBe(1);
  expect(refused.output).toContain("nothing says that a list is one of errors");
  expect(refused.output).toContain("--table 1");
  const taken = await importText(workspace, "api.md", unnamed, ["--table", "1"]);
  expect(taken.output).toContain("3 rows; 0 known, 0 changed, 3 new");
});

test("import takes a block of code for a list of errors by its page, and not by the page's folder", async () => {
  const text = "# Guide\n\n## Limits\n\n```\n1001 = Orders\n1002 = Accounts\n1003 = Trades\n```\n";
  const workspace = emptyCatalog({ id: "folders" });
  mkdirSync(join(workspace.root, "defaults"));
  const { status, output } = await importText(workspace, "defaults/api.md", text);
  expect(output).toContain("nothing says that a list is one of errors");
  expect(status).toBe(1);
});
