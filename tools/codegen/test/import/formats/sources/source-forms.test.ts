import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "a class that has a code and a status, and its text in the constructor, in TypeScript",
    "errors.ts",
    'export class NotFoundError extends ApiError {\n  static readonly code = "NOT_FOUND";\n  readonly status = 404;\n  constructor() { super("Order not found"); }\n}\n',
    [],
    ["NOT_FOUND | 404 | NOT_FOUND |  | 2-3 | message"],
  ],
  [
    "errors in groups, and texts that are no sums, in JavaScript",
    "errors.js",
    'module.exports = {\n  LATE: { code: 1001, message: "Late" },\n  AUTH: { KEY: { code: 1002, message: "Bad " + "key" }, DEEP: { MORE: { code: 1003, message: "More" } } },\n  HALF: { code: 1004, message: "Bad %s" % "x" },\n};\n',
    [],
    [
      "1001 | null | Late |  | 2 | ",
      "1002 | null | Bad key |  | 3 | ",
      "1003 | null | More |  | 3 | ",
      "1004 | null | 1004 |  | 4 | message",
    ],
  ],
  [
    "constants, and none that has no name, in Go",
    "codes.go",
    "package codes\n\nconst (\n\tOrderGone ErrCode = 1001\n\t_ ErrCode = 1002\n\tLate ErrCode = 1003\n)\n",
    [],
    ["1001 | null | 1001 |  | 4 | message", "1003 | null | 1003 |  | 6 | message"],
  ],
  [
    "words that are codes, in Go",
    "reasons.go",
    'package v1\ntype StatusReason string\nconst (\n\tStatusReasonUnknown StatusReason = ""\n\tStatusReasonUnauthorized StatusReason = "Unauthorized"\n\t// It is not there.\n\tStatusReasonNotFound StatusReason = "NotFound"\n\tStatusReasonGone StatusReason = "Gone"\n)\n',
    ["--lines", "5-9"],
    [
      "Unauthorized | null | Unauthorized |  | 5 | message",
      "NotFound | null | It is not there. |  | 6-7 | message",
      "Gone | null | Gone |  | 8 | message",
    ],
  ],
  [
    "statuses of errors under their codes, in TypeScript",
    "errors.ts",
    'export const ERRORS = {\n  2002: { message: "Two", status: 403 },\n  "E_ONE": { status: 404, message: "One" },\n  ORDER_NOT_FOUND: { status: 404, message: "No order" },\n  NotThere: { statusCode: 404, description: "Gone" },\n  CLOSED: { code: 7001, status: 409, message: "Closed" },\n};\nexport const LIST = [{ status: 410, message: "By status" }, { status: 409, message: "Too" }];\n',
    [],
    [
      "2002 | 403 | Two |  | 2 | ",
      "E_ONE | 404 | One |  | 3 | ",
      "ORDER_NOT_FOUND | 404 | No order |  | 4 | ",
      "NotThere | 404 | Gone |  | 5 | ",
      "7001 | 409 | Closed |  | 6 | ",
      "410 | 410 | By status |  | 8 | ",
      "409 | 409 | Too |  | 8 | ",
    ],
  ],
  [
    "pairs that a Map is made of, in TypeScript",
    "errors.ts",
    'export const ERRORS = new Map<string, Info>([\n  // It is gone.\n  ["ORDER_GONE", { code: 1001, status: 404, message: "Order {id} is gone" }],\n  ["ORDER_LATE", { code: 1002, message: "Late" }],\n]);\nconst ERROR_TEXTS = Object.freeze(new Map([[2001, "Two"], ["E_THREE", "Three"]]));\nconst OTHERS = new Map([["A", 1, 2]]);\nconst NO_ERRORS = new Set([[1, "One"]]);\n',
    [],
    [
      "1001 | 404 | Order {id} is gone |  | 3 | ",
      "1002 | null | Late |  | 4 | ",
      "2001 | null | Two |  | 6 | ",
      "E_THREE | null | Three |  | 6 | ",
    ],
  ],
  [
    "statuses of errors under their codes, and texts in several literals, in Python",
    "errors.py",
    'ERRORS = {\n    2002: ("Locked", 403),\n    "2003": {"message": "Limit", "status": 429},\n    "NOT_FOUND": (1001, "No order"),\n    2005: "one "\n          \'two\',\n}\n',
    [],
    [
      "2002 | 403 | Locked |  | 2 | ",
      "2003 | 429 | Limit |  | 3 | ",
      "1001 | null | No order |  | 4 | ",
      "2005 | null | one two |  | 5-6 | ",
    ],
  ],
  [
    "statuses of errors under their codes, addresses, and constants of a type, in Go",
    "errors.go",
    'package e\nconst (\n\tOK Code = 7\n\tCanceled Code = 8 // was canceled\n)\nvar texts = map[int]Info{\n\t2001: {Status: 404, Message: "two"},\n\t2002: {404, "three"},\n}\nvar ErrX = &APIError{Code: 1003, Message: "no order", Status: http.StatusNotFound}\nvar ErrY = &APIError{Code: 1004, Message: "no length", Status: http.StatusLengthRequired}\n',
    [],
    [
      "7 | null | 7 |  | 3 | message",
      "8 | null | was canceled |  | 4 | message",
      "2001 | 404 | two |  | 7 | ",
      "2002 | 404 | three |  | 8 | ",
      "1003 | 404 | no order |  | 10 | ",
      "1004 | 411 | no length |  | 11 | ",
    ],
  ],
  [
    "numbers that are not decimal or have separators, and escapes, in Java",
    "ErrorCode.java",
    'enum ErrorCode {\n  HEX(0x9C47, "hex"),\n  UNDER(40_008, "under"), QUOTED(40009, "It\'s \\"bad\\""),\n  TEXT("0x80070005", "text");\n}\n',
    [],
    [
      "0x9C47 | null | hex |  | 2 | code",
      "40008 | null | under |  | 3 | ",
      '40009 | null | It\'s "bad" |  | 3 | ',
      "0x80070005 | null | text |  | 4 | ",
    ],
  ],
  [
    "a class for each error, and a class that they extend, in Python",
    "errors.py",
    'class Broker(Exception):\n    errno = None\n    message = None\nclass LateError(Broker):\n    errno = 1\n    message = "LATE"\n    description = ("It is"\n        " late.")\nclass GoneError(APIException):\n    """Nothing is there."""\n    status_code = 404\n    default_detail = "Nothing there."\n    default_code = "not_there"\nclass TextError(Broker):\n    message = "No code"\nclass Codes:\n    ERR_BUSY = 5\n',
    [],
    [
      "1 | null | LATE | It is late. | 5-8 | ",
      "not_there | 404 | Nothing there. |  | 11-13 | ",
      "5 | null | 5 |  | 17 | message",
    ],
  ],
  [
    "a class for each error, in TypeScript",
    "errors.ts",
    'class ApiError extends Error { code = ""; }\nexport class LateError extends ApiError {\n  readonly code = "order_late";\n  override message = "Too late";\n}\nexport class GoneError extends ApiError {\n  static readonly code = 1002;\n  static readonly message = "Gone";\n}\n',
    [],
    ["order_late | null | Too late |  | 3-4 | ", "1002 | null | Gone |  | 7-8 | "],
  ],
  [
    "what is assigned to members, and exported by default, in JavaScript",
    "codes.js",
    'module.exports = {\n  421: "Not available",\n  450: "Not taken",\n};\nexports.errors = { ESME_LATE: 17, "ESME_GONE": 18 };\nexport default Object.freeze({ E_BUSY: { code: 19, message: "Busy" } });\n',
    [],
    [
      "421 | null | Not available |  | 2 | ",
      "450 | null | Not taken |  | 3 | ",
      "17 | null | 17 |  | 5 | message",
      "18 | null | 18 |  | 5 | message",
      "19 | null | Busy |  | 6 | ",
    ],
  ],
  [
    "an object that has names and codes both ways, in JavaScript",
    "errors.js",
    'const EResult = {\n  Late: 2,\n  "Gone": 3,\n  "2": "Late",\n  "3": "Gone",\n  4: "NotThere",\n};\n',
    [],
    [
      "2 | null | 2 |  | 2 | message",
      "3 | null | 3 |  | 3 | message",
      "4 | null | NotThere |  | 6 | ",
    ],
  ],
  [
    "constants that are made as errors, and a map from codes to them, in Go",
    "errors.go",
    'package e\nvar (\n\tTooLate = &Error{"TOO_LATE", 7, true, "It is too late."}\n\tClosed = errs.NewError(8, "It is closed.")\n\tPlain = 9\n)\nvar code2err = map[int]error{\n\t0: nil,\n\t7: TooLate,\n\t8: Closed,\n\t9: Plain,\n}\n',
    [],
    [
      "7 | null | It is too late. |  | 3 | ",
      "8 | null | It is closed. |  | 4 | ",
      "9 | null | 9 |  | 11 | message",
    ],
  ],
  [
    "errors that name the constants of their codes",
    "errors.ts",
    'import { Other } from "./other.js";\nconst CODE_LATE = 1001;\nconst Codes = { EARLY: "E_EARLY", FULL: "E_FULL" };\nexport const ERRORS = {\n  LATE: { code: CODE_LATE, message: "Too late" },\n  EARLY: { code: Codes.EARLY, message: "Too early" },\n  FULL: { code: Other.FULL, message: "No room" },\n};\nexport const errorTexts = {\n  [Codes.FULL]: "It is full",\n  [Other.CLOSED]: "It is closed",\n};\n',
    [],
    [
      "1001 | null | Too late |  | 2-5 | ",
      "E_EARLY | null | Too early |  | 3-6 | ",
      "FULL | null | No room |  | 7 | code",
      "E_FULL | null | It is full |  | 3-10 | ",
      "CLOSED | null | It is closed |  | 11 | code",
    ],
  ],
  [
    "objects with a code and a text under names of their own, in a file of errors",
    "errors.py",
    'NotSupported = {"code": 1403, "message": "Not supported"}\nGone = {"code": 1404, "message": "It is gone"}\nerrors = [NotSupported, Gone]\n',
    [],
    ["1403 | null | Not supported |  | 1 | ", "1404 | null | It is gone |  | 2 | "],
  ],
]);

test("import reads the constants of a module as one table, however they are exported", async () => {
  const workspace = emptyCatalog({ id: "exported" });
  const text =
    "export const ERR_A = 1;\nexports.ERR_B = 2;\nconst ERR_C = 3;\nexport const ERR_D = 4;\nconst OVERRIDE_A = 5;\n";
  const { output } = await importText(workspace, "errors.js", text);
  expect(output).toContain("table 1 (constants, lines 1-4): 4 rows");
  expect(output).toContain('line 5: "the constant OVERRIDE_A"');
});

test("import leaves other statuses and codes out, beside those of errors, and says so", async () => {
  const text =
    'export enum OrderStatus { New = "NEW", Filled = "FILLED" }\nexport enum CurrencyCode { USD = "USD" }\nexport enum ErrorCode { NotFound = "NOT_FOUND", TooLate = "TOO_LATE" }\n';
  const { output } = await importText(emptyCatalog({ id: "others" }), "types.ts", text);
  expect(output).toContain("2 rows; 0 known, 0 changed, 2 new");
  expect(output).toContain("enum OrderStatus, line 1): not read: 2 rows, nothing says that it is");
  expect(output).toContain("enum CurrencyCode, line 2): not read: 1 row, nothing says that it is");
  const alone = "export enum ResultCode { NotFound = 1, TooLate = 2 }\n";
  const other = await importText(emptyCatalog({ id: "alone" }), "types.ts", alone);
  expect(other.output).toContain("2 rows; 0 known, 0 changed, 2 new");
});

test("import reads the constants of a class of Java as one table", async () => {
  const text =
    "public class ErrorCodes {\n  public static final int LATE = 1001; // too late\n  private final String text;\n  public static final int GONE = 1002;\n}\n";
  const { output } = await importText(emptyCatalog({ id: "one" }), "ErrorCodes.java", text);
  expect(output).toContain("2 rows; 0 known, 0 changed, 2 new");
  expect(output).toContain("table 1 (class ErrorCodes, lines 2-4): 2 rows\n");
});
