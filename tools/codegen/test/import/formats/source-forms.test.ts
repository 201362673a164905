import { test } from "vitest";
import { type DocumentCase, expectEntries } from "../import-text.js";

test.each<DocumentCase>([
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
    'package e\nconst (\n\tOK Code = 7\n\tCanceled Code = 8 // was canceled\n)\nvar texts = map[int]Info{\n\t2001: {Status: 404, Message: "two"},\n\t2002: {404, "three"},\n}\nvar ErrX = &APIError{Code: 1003, Message: "no order", Status: http.StatusNotFound}\n',
    [],
    [
      "7 | null | 7 |  | 3 | message",
      "8 | null | was canceled |  | 4 | message",
      "2001 | 404 | two |  | 7 | ",
      "2002 | 404 | three |  | 8 | ",
      "1003 | 404 | no order |  | 10 | ",
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
])("import reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});
