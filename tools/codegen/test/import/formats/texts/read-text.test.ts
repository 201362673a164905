import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "an empty cell between columns that spaces align, and texts that go on in the next line, in a text",
    "errors.txt",
    "Code   HTTP  Message                     Description\n1001   404   Order not found             The id is unknown or\n                                         belongs to another.\n1002         Low balance\n1003   429   Too many requests           Wait.\n",
    [],
    [
      "1001 | 404 | Order not found | The id is unknown or belongs to another. | 2-3 | ",
      "1002 | null | Low balance |  | 4 | ",
      "1003 | 429 | Too many requests | Wait. | 5 | ",
    ],
  ],
  [
    "a table of reStructuredText, in a text",
    "errors.rst",
    "Error codes\n-----------\n\n=====  ======  =====================================\nCode   Status  Message\n=====  ======  =====================================\n2001   400     Side must be BUY or SELL\n2002   400     Price is not a multiple of tick size\n               of the instrument\n2003   503     Matching engine is down\n=====  ======  =====================================\n",
    [],
    [
      "2001 | 400 | Side must be BUY or SELL |  | 7 | ",
      "2002 | 400 | Price is not a multiple of tick size of the instrument |  | 8-9 | ",
      "2003 | 503 | Matching engine is down |  | 10 | ",
    ],
  ],
  [
    "names with numbers, which are the codes, in a text",
    "errors.txt",
    "ORDER_NOT_FOUND = 1001\nLOW_BALANCE     = 1002\nRATE_LIMITED    = 1003\n",
    [],
    [
      "1001 | null | 1001 |  | 1 | message",
      "1002 | null | 1002 |  | 2 | message",
      "1003 | null | 1003 |  | 3 | message",
    ],
  ],
  [
    "names with numbers and texts, in a text",
    "errors.txt",
    "ORDER_NOT_FOUND: 1001 Order not found\nLOW_BALANCE: 1002 Low balance\nRATE_LIMITED: 1003 Too many requests\n",
    [],
    [
      "1001 | null | Order not found |  | 1 | message",
      "1002 | null | Low balance |  | 2 | message",
      "1003 | null | Too many requests |  | 3 | message",
    ],
  ],
  [
    "codes with statuses, in a text",
    "errors.txt",
    "ORDER_MISSING = 404\nLOW_BALANCE = 400\nBAD_PRICE = 400\n",
    [],
    [
      "ORDER_MISSING | 404 | ORDER_MISSING |  | 1 | code httpStatus message",
      "LOW_BALANCE | 400 | LOW_BALANCE |  | 2 | code httpStatus message",
      "BAD_PRICE | 400 | BAD_PRICE |  | 3 | code httpStatus message",
    ],
  ],
  [
    "tables of plain text with bars around their lines",
    "errors.txt",
    "+------+---------------+------+\n| Code | Message       | HTTP |\n+------+---------------+------+\n| -204 | Not  defined  | 404  |\n| -803 | Duplicate key | 409  |\n+------+---------------+------+\n",
    [],
    ["-204 | 404 | Not defined |  | 4 | ", "-803 | 409 | Duplicate key |  | 5 | "],
  ],
  [
    "the tables of a wiki, with double bars around the headings",
    "errors.txt",
    "||Code||Message||\n|71|One|\n|72|Two|\n",
    [],
    ["71 | null | One |  | 2 | ", "72 | null | Two |  | 3 | "],
  ],
  [
    "a bar in a column of a text",
    "errors.txt",
    "Code    Status   Message\n71      400      Use a | b\n72      404      Gone\n",
    [],
    ["71 | 400 | Use a | b |  | 2 | message description", "72 | 404 | Gone |  | 3 | "],
  ],
  [
    "numbers of constants with comments behind them, in a text",
    "errors.txt",
    "enum ErrorCode {\n  OrderNotFound = 1001, // Order not found\n  OrderLate = 1002, /* Too late */\n  OrderGone = 410, // Gone\n  OrderFull = 1003\n}\n",
    [],
    [
      "1001 | null | Order not found |  | 2 | message",
      "1002 | null | Too late |  | 3 | message",
      "OrderGone | 410 | Gone |  | 4 | code httpStatus message",
      "1003 | null | 1003 |  | 5 | message",
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
]);

test("import lists a range among the lines of a text as not read", async () => {
  const workspace = emptyCatalog({ id: "ranges" });
  const text = "1 = One\n2 = Two\n100 - 199 = Reserved\n3 - Three\n";
  const { output } = await importText(workspace, "errors.txt", text);
  expect(output).toContain('not read line 3: "100 - 199 = Reserved"');
  expect(readDrafts(workspace).map(({ code }) => code)).toEqual(["1", "2", "3"]);
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
