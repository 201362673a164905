import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments, toLine } from "../../import-text.js";

testDocuments([
  [
    "numbers of YAML that are not decimal",
    "errors.yaml",
    "errors:\n  - { code: 0x3EB, message: One }\n  - { code: 1e3, message: Two }\n  - { code: 0010, message: Three }\n",
    [],
    [
      "0x3EB | null | One |  | 2 | code",
      "1e3 | null | Two |  | 3 | code",
      "0010 | null | Three |  | 4 | ",
    ],
  ],
  [
    "a list of further codes beside the code of each error, in JSON",
    "errors.json",
    '[\n{"code": "card_declined", "message": "No", "decline_codes": ["lost", "stolen"]},\n{"code": "late", "message": "Late"}\n]\n',
    [],
    ["card_declined | null | No |  | 2 | ", "late | null | Late |  | 3 | "],
  ],
  [
    "HTTP statuses as the code beside an error code, in JSON",
    "errors.json",
    '[\n{"code": 400, "error_code": 10002, "message": "Bad price"},\n{"code": 404, "error_code": 10003, "message": "No order"}\n]\n',
    [],
    ["10002 | 400 | Bad price |  | 2 | ", "10003 | 404 | No order |  | 3 | "],
  ],
  [
    "a short word for the code, beside a status that is not one of HTTP",
    "cstat.json",
    '[\n{"cod": "201", "msg": "Rejeição", "status": "0"},\n{"cod": "202", "msg": "Duplicidade", "status": "0"}\n]\n',
    [],
    ["201 | null | Rejeição |  | 2 | httpStatus", "202 | null | Duplicidade |  | 3 | httpStatus"],
  ],
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
]);

test("import lists a list of errors without a known member for codes, and says how to read it", async () => {
  const text =
    "errors:\n  auth:\n    - id: AUTH_001\n      text: Not you\n      http_code: 401\n    - id: AUTH_002\n      text: Too late\n      http_code: 401\n";
  const workspace = emptyCatalog({ id: "members" });
  const { status, output } = await importText(workspace, "errors.yaml", text);
  expect(status).toBe(1);
  expect(output).toContain(
    'errors.yaml:3:1 error no member with codes (2 objects, "id", "text", "http_code")',
  );
  const more = `${text}  orders:\n    - {code: LATE, text: Late}\n`;
  expect((await importText(workspace, "more.yaml", more, ["--dry-run"])).output).toContain(
    "table 1 (list errors.auth, lines 3-6): not read: no member with codes (2 objects,",
  );
  await importText(workspace, "errors.yaml", text, ["--columns", "code=id"]);
  expect(readDrafts(workspace).map(toLine)).toEqual([
    "AUTH_001 | 401 | Not you |  | 3-5 | ",
    "AUTH_002 | 401 | Too late |  | 6-8 | ",
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
    expect(refused.output).toContain("no list says that it is about errors");
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
