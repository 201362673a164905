import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { type DocumentCase, expectEntries, importText } from "./import-text.js";

test.each<DocumentCase>([
  [
    "a list of further codes beside the code of each error, in JSON",
    "errors.json",
    '[\n{"code": "card_declined", "message": "No", "decline_codes": ["lost", "stolen"]},\n{"code": "late", "message": "Late"}\n]\n',
    [],
    ["card_declined | null | No |  | 2 | ", "late | null | Late |  | 3 | "],
  ],
  [
    "tables side by side, under one row of headings",
    "errors.html",
    "<table>\n<tr><th>Code</th><th>Text</th><th></th><th>Code</th><th>Text</th></tr>\n<tr><td>1</td><td>One</td><td></td><td>3</td><td>Three</td></tr>\n<tr><td>2</td><td>Two</td><td></td><td></td><td></td></tr>\n</table>\n",
    [],
    ["1 | null | One |  | 3 | ", "2 | null | Two |  | 4 | ", "3 | null | Three |  | 3 | "],
  ],
  [
    "codes of one digit in a list",
    "errors.md",
    "# Error codes\n\n- -1: Unknown\n- `2` - Late\n- 3: Closed\n- 10: Full\n- 3 attempts are made\n",
    [],
    [
      "-1 | null | Unknown |  | 3 | message",
      "2 | null | Late |  | 4 | message",
      "3 | null | Closed |  | 5 | message",
      "10 | null | Full |  | 6 | message",
    ],
  ],
  [
    "spaces before quotation marks, in CSV",
    "errors.csv",
    'code, message, description\n1001, "Late, very late", "Be ""early"""\n1002, Closed, It is closed\n',
    [],
    [
      '1001 | null | Late, very late | Be "early" | 2 | ',
      "1002 | null | Closed | It is closed | 3 | ",
    ],
  ],
  [
    "the minus sign of a word processor, which is a guess",
    "errors.md",
    "| Code | Message |\n|---|---|\n| −1001 | Late |\n| -1002 | Closed |\n",
    [],
    ["−1001 | null | Late |  | 3 | code", "-1002 | null | Closed |  | 4 | "],
  ],
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
    "HTTP statuses as the code beside an error code, in JSON",
    "errors.json",
    '[\n{"code": 400, "error_code": 10002, "message": "Bad price"},\n{"code": 404, "error_code": 10003, "message": "No order"}\n]\n',
    [],
    ["10002 | 400 | Bad price |  | 2 | ", "10003 | 404 | No order |  | 3 | "],
  ],
  [
    "HTTP statuses as the code beside an error code, in Go",
    "errors.go",
    'package api\n\nvar ApiErrors = map[string]*ApiError{\n\t"price": {Code: 400, ErrCode: 10002, Description: "bad price"},\n\t"order": {Code: 404, ErrCode: 10003, Description: "no order"},\n}\n',
    [],
    ["10002 | 400 | bad price |  | 4 | ", "10003 | 404 | no order |  | 5 | "],
  ],
  [
    "lists of definitions in cells, which are not lists of their own, in Markdown",
    "errors.md",
    "| Code/value | Description |\n|---|---|\n| <dl><dt>**E\\_ONE**</dt><dt>10001</dt></dl> | <dl><dt>One.</dt><dd>First one.</dd></dl> |\n| <dl><dt>E_TWO</dt><dt>10002</dt></dl> | <dl><dt>Two.</dt><dd>Second.</dd></dl> |\n",
    ["--columns", "code=1,message=2"],
    ["10001 | null | One. First one. |  | 3 | code", "10002 | null | Two. Second. |  | 4 | code"],
  ],
  [
    "lists in cells, in Markdown",
    "errors.md",
    "| Code | Description |\n|---|---|\n| <div>E_ONE</div> | <dl><dt>First.</dt><dd>Second.</dd></dl> |\n| E_TWO | <center><font color=red>Red</font></center> <id> |\n| E_DAY | Not <yyyy>/<dd> |\n",
    [],
    [
      "E_ONE | null | First. Second. |  | 3 | message description",
      "E_TWO | null | Red {id} |  | 4 | message description",
      "E_DAY | null | Not {yyyy}/{dd} |  | 5 | message description",
    ],
  ],
  [
    "headings with a code and its number",
    "errors.md",
    "# Error codes\n\n## CURLE_OK (0)\n\nAll fine.\n\n## NOT_THERE (404)\n\nGone.\n\n## TOO_BAD (0x1F)\n\nBad.\n",
    [],
    [
      "0 | null | All fine. |  | 3-5 | code message description",
      "NOT_THERE | 404 | Gone. |  | 7-9 | message description",
      "0x1F | null | Bad. |  | 11-13 | code message description",
    ],
  ],
  [
    "headings that are one word, beside others with several",
    "errors.md",
    "# Error codes\n\n## Overview\n\nRead this.\n\n## NOT_FOUND (5)\n\nGone.\n\n## CANCELLED (1)\n\nStopped.\n\n## NO_CARD\n\nNone.\n\n## INTERNAL\n\nBroken.\n\n## NO_TIME\n\nLate.\n",
    [],
    [
      "5 | null | Gone. |  | 7-9 | code message description",
      "1 | null | Stopped. |  | 11-13 | code message description",
      "NO_CARD | null | None. |  | 15-17 | message description",
      "INTERNAL | null | Broken. |  | 19-21 | message description",
      "NO_TIME | null | Late. |  | 23-25 | message description",
    ],
  ],
  [
    "headings that are one word in small letters, and one that is a title",
    "errors.md",
    "# Errors\n\n## not_found\n\nGone.\n\n## no_card\n\nNone.\n\n## unauthorized\n\nWho?\n\n## FAQ\n\nAsk.\n\n## no_time\n\nLate.\n",
    [],
    [
      "not_found | null | Gone. |  | 3-5 | message description",
      "no_card | null | None. |  | 7-9 | message description",
      "unauthorized | null | Who? |  | 11-13 | message description",
      "no_time | null | Late. |  | 19-21 | message description",
    ],
  ],
  [
    "codes with their names in the same cell",
    "errors.md",
    "| Code | Description |\n|---|---|\n| WSAEINTR<br/>10004 | Stopped |\n| 0x8024000A (WU_E_NOT_CANCELED) | Goes on |\n| `E_ILLEGAL` 0x80090326 | Bad |\n| 504 (GATEWAY TIMEOUT) | Late |\n",
    [],
    [
      "10004 | null | Stopped |  | 3 | code message description",
      "0x8024000A | null | Goes on |  | 4 | code message description",
      "0x80090326 | null | Bad |  | 5 | code message description",
      "504 | null | Late |  | 6 | code message description",
    ],
  ],
  [
    "statuses before the codes of a list",
    "errors.md",
    "# Errors\n\n* 400 - `invalid_request_error`: There was an issue.\n* 401: `authentication_error` - No key.\n* 529 - `overloaded_error`: Too much.\n",
    [],
    [
      "invalid_request_error | 400 | There was an issue. |  | 3 | message",
      "authentication_error | 401 | No key. |  | 4 | message",
      "overloaded_error | 529 | Too much. |  | 5 | message",
    ],
  ],
  [
    "codes with texts in the same cell",
    "errors.md",
    "| Code | Overview |\n|---|---|\n| 401 - Not allowed | No key. |\n| 429 - Rate limit reached for requests | Slow down. |\n",
    ["--columns", "code=1,description=2"],
    [
      "401 | null | No key. |  | 3 | code message description",
      "429 | null | Slow down. |  | 4 | code message description",
    ],
  ],
  [
    "headings with a translation in parentheses",
    "errors.md",
    "| code（返回码） | msg（返回码描述） | sub_code（明细返回码） | 解决方案 |\n|---|---|---|---|\n| 20000 | 服务不可用 | isp.unknown | 稍后重试 |\n| 20001 | 授权权限不足 | aop.invalid | 请刷新 |\n",
    [],
    ["20000 | null | 服务不可用 | 稍后重试 | 3 | ", "20001 | null | 授权权限不足 | 请刷新 | 4 | "],
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
    "texts of one code that only a final period tells apart",
    "errors.csv",
    "code,message\nE_1,Too long.\nE_1,Too long\nE_1,Too short\n",
    [],
    ["E_1 | null | Too long. |  | 2 | ", "E_1 | null | Too short |  | 4 | "],
  ],
])("import reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});

test("an example of OpenAPI that is far from its code has the description in a note", async () => {
  const code = '"code": "LATE",\n "message": "Order 7 is late"';
  const example = `{"responses": {"400": {"examples": {"a": {"value": {${code}}}}}}}`;
  const filler = Array(3000)
    .fill(`"${"x".repeat(100)}"`)
    .join(",\n");
  const list = '{"enum": ["LATE"],\n "x-enum-descriptions": ["It is late."]}';
  const text = `{"components": ${example},\n"x-filler": [${filler}],\n"schemas": {"ErrorCode": ${list}}}`;
  const workspace = emptyCatalog({ id: "far" });
  const { output, status } = await importText(workspace, "openapi.json", text, [
    "--from",
    "openapi",
  ]);
  expect({ output, status }).toMatchObject({ status: 0 });
  expect(workspace.read("catalog/imported.yaml")).toContain(
    'notes: "Line 3003 describes this code: It is late."',
  );
});

test("items below a heading with a text are listed as not read, behind the first", async () => {
  const text =
    "# Error codes\n\n### -1003 Zu viele\n * Zu viele Anfragen.\n * Gesperrt bis %s.\n\n### -1004 Kaputt\n * Kaputt.\n\n### -1005 Weg\n * Weg.\n";
  const { output } = await importText(emptyCatalog({ id: "items" }), "errors.md", text);
  expect(output.match(/not read.*/g)).toEqual(['not read line 5: "Gesperrt bis %s."']);
});

test.each([
  [
    "the reminder of a failed invoice is not an error",
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    ChargeFailedEvent:\n      example:\n        reminders:\n          - { status: PENDING, message: Your invoice is due }\n",
  ],
  [
    "a state beside a reason is not an error",
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    Tracking:\n      properties:\n        type: { enum: [internalReview] }\n        reason: { enum: [refusedForReasons] }\n",
  ],
  [
    "the objects in an example of a success are not errors",
    "openapi: 3.1.0\ncomponents:\n  examples:\n    transfers-200:\n      value:\n        data:\n          - { status: booked, description: Your description, id: T1 }\n          - { status: failed, description: Another, id: T2 }\n",
  ],
])("of an OpenAPI document, %s", async (_, text) => {
  const workspace = emptyCatalog({ id: "none" });
  const { output, status } = await importText(workspace, "openapi.yaml", text);
  expect(output).toContain("no list of error codes, and no example of an error");
  expect(status).toBe(1);
});

test("of an OpenAPI document, a code whose text repeats it is an error", async () => {
  const text =
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    Detail:\n      properties:\n        issue: { enum: [CONSENT_NEEDED] }\n        description: { enum: [CONSENT_NEEDED] }\n";
  const { output } = await importText(emptyCatalog({ id: "repeats" }), "openapi.yaml", text);
  expect(output).toContain("1 row; 0 known, 0 changed, 1 new");
});

test("a code that ends in zeros is not a success for that", async () => {
  const text = "code,message\n20000,OK then\n22000,Illegal\n2800000,Bad length\n";
  const { output } = await importText(emptyCatalog({ id: "zeros" }), "errors.csv", text);
  expect(output.match(/the code "\d+" \S+ /g)).toEqual(['the code "20000" ("OK ']);
});
