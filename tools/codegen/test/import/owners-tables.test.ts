import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";

import { type DocumentCase, expectEntries, importText, readDrafts, toLine } from "./import-text.js";

test.each<DocumentCase>([
  [
    "headings that call each code what it is, with a line for each field",
    "errores.md",
    "# Errores de la API\n\n# Código: ERR1_T05\n\nDescripción: Error desconocido\nHTTP: 500\n\n# Código: ERR2_T05\n\nDescripción: Sin conexión\nHTTP: 503\n\n# Código: ERR3_T05\n\nDescripción: No encontrado,\nni buscado\nHTTP: 404\n",
    [],
    [
      "ERR1_T05 | 500 | Error desconocido |  | 3-6 | message description",
      "ERR2_T05 | 503 | Sin conexión |  | 8-11 | message description",
      "ERR3_T05 | 404 | No encontrado, ni buscado |  | 13-17 | message description",
    ],
  ],
  [
    "headings with such words in German, without a colon",
    "fehler.md",
    "# Fehler\n\n## Fehlercode 1001\nZu spät.\n\n## Fehlercode 1002\nGeschlossen.\n\n## Fehlercode 1003\nUngültig.\n",
    [],
    [
      "1001 | null | Zu spät. |  | 3-4 | message description",
      "1002 | null | Geschlossen. |  | 6-7 | message description",
      "1003 | null | Ungültig. |  | 9-10 | message description",
    ],
  ],
  [
    "headings with such words in Japanese",
    "errors.md",
    "# エラー一覧\n\n## エラーコード: E1001\n注文が見つかりません。\n\n## エラーコード：E1002\n残高不足です。\n\n## エラーコード E1003\n無効です。\n",
    [],
    [
      "E1001 | null | 注文が見つかりません。 |  | 3-4 | message description",
      "E1002 | null | 残高不足です。 |  | 6-7 | message description",
      "E1003 | null | 無効です。 |  | 9-10 | message description",
    ],
  ],
  [
    "a short word for the code, beside a status that is not one of HTTP",
    "cstat.json",
    '[\n{"cod": "201", "msg": "Rejeição", "status": "0"},\n{"cod": "202", "msg": "Duplicidade", "status": "0"}\n]\n',
    [],
    ["201 | null | Rejeição |  | 2 | httpStatus", "202 | null | Duplicidade |  | 3 | httpStatus"],
  ],
  [
    "columns of descriptions and of examples of messages",
    "smpp.md",
    "| Code | Status Description |\n|---|---|\n| 001 | Unidentified |\n\n| code | message example | when to use |\n|---|---|---|\n| LATE | Too late | Always |\n",
    [],
    [
      "001 | null | Unidentified |  | 3 | message description",
      "LATE | null | Too late | Always | 7 | ",
    ],
  ],
  [
    "codes that are not all HTTP statuses",
    "errors.go",
    "package errs\n\nconst (\n\tErrGone Code = 200\n\tErrLate Code = 410\n\tErrStale Code = 214\n)\n",
    [],
    [
      "200 | null | 200 |  | 4 | message",
      "410 | null | 410 |  | 5 | message",
      "214 | null | 214 |  | 6 | message",
    ],
  ],
  [
    "codes that are all HTTP statuses, with names of their own",
    "errors.ts",
    "export enum ErrorCode {\n  Created = 201,\n  NotFound = 404,\n  Stale = 410,\n}\n",
    [],
    [
      "201 | null | 201 |  | 2 | message",
      "404 | 404 | 404 |  | 3 | message",
      "410 | 410 | 410 |  | 4 | httpStatus message",
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
    "a column of sentences beside that of codes, whatever its heading",
    "kody.md",
    "# Errors\n\n| Kod błędu | Opis |\n|---|---|\n| X1 | Nie ma |\n\n| Code | Opis błędu |\n|---|---|\n| 1001 | Nie znaleziono zamówienia |\n| ... | |\n| 1002 | Za późno |\n",
    [],
    [
      "1001 | null | Nie znaleziono zamówienia |  | 9 | message description",
      "1002 | null | Za późno |  | 11 | message description",
    ],
  ],
  [
    "the status in an example of an error that no response of a status has",
    "openapi.yaml",
    "openapi: 3.0.3\ncomponents:\n  responses:\n    Generic:\n      content:\n        application/json:\n          examples:\n            LATE:\n              value:\n                status: 409\n                code: ORDER_LATE\n                message: The order is late.\n",
    [],
    ["ORDER_LATE | 409 | The order is late. |  | 11-12 | message"],
  ],
  [
    "a grid table of reStructuredText, whose texts take several lines",
    "errors.rst",
    "+------+--------------+\n| Code | Meaning      |\n+======+==============+\n| 1001 | Order not    |\n|      | found        |\n+------+--------------+\n| 1002 | Too late     |\n+------+--------------+\n\n====  =======\nCode  Meaning\n====  =======\n2001  Too low\n2002  Too big\n====  =======\n",
    [],
    [
      "1001 | null | Order not found |  | 4-5 | message description",
      "1002 | null | Too late |  | 7 | message description",
      "2001 | null | Too low |  | 13 | message description",
      "2002 | null | Too big |  | 14 | message description",
    ],
  ],
  [
    "a bar before each cell of a text, and none at the end",
    "errors.adoc",
    "|===\n|Code |Description\n|1001 |Not found\n|1002 |Too late\n|===\n",
    [],
    [
      "1001 | null | Not found |  | 3 | message description",
      "1002 | null | Too late |  | 4 | message description",
    ],
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
    "letters and digits of a code that run together with the rest, from a PDF",
    "errors.txt",
    "CodeHTTPMessageDescription\nE1001404Order not foundThe order was not found.\nE1002400Balance too lowThe balance was too low.\nE1003409Order lateThe order was late.\n",
    [],
    [
      "E1001 | 404 | Order not found | The order was not found. | 2 | code httpStatus message",
      "E1002 | 400 | Balance too low | The balance was too low. | 3 | code httpStatus message",
      "E1003 | 409 | Order late | The order was late. | 4 | code httpStatus message",
    ],
  ],
  [
    "hyphens of a word processor inside of codes",
    "errores.html",
    "<table><tr><th>Código</th><th>Mensaje</th></tr>\n<tr><td>PAY&#8209;02</td><td>Saldo</td></tr>\n<tr><td>PAY-03</td><td>Tarde</td></tr></table>\n",
    [],
    ["PAY\u201102 | null | Saldo |  | 2 | code", "PAY-03 | null | Tarde |  | 3 | "],
  ],
  [
    "numbers with comments behind them in Lua",
    "errcode.lua",
    "ERRCODE = {\n  E_ARGS = -2,   -- bad arguments\n  E_FULL = -3,   -- no room\n  E_DB   = -4,   -- the database failed\n}\n",
    [],
    [
      "-2 | null | bad arguments |  | 2 | message",
      "-3 | null | no room |  | 3 | message",
      "-4 | null | the database failed |  | 4 | message",
    ],
  ],
  [
    "names and messages under Error, beside codes",
    "errors.md",
    "| Error | Error Code | Error Message |\n|---|---|---|\n| ERR\\_GONE | 1404 | Gone |\n\n| Error | Code | Related |\n|---|---|---|\n| Not found | 2404 | List |\n",
    [],
    ["1404 | null | Gone |  | 3 | ", "2404 | null | Not found |  | 7 | "],
  ],
  [
    "objects with a code and a text under names of their own, in a file of errors",
    "errors.py",
    'NotSupported = {"code": 1403, "message": "Not supported"}\nGone = {"code": 1404, "message": "It is gone"}\nerrors = [NotSupported, Gone]\n',
    [],
    ["1403 | null | Not supported |  | 1 | ", "1404 | null | It is gone |  | 2 | "],
  ],
])("import reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});

test("a few words in Latin script give no name to a text in another", async () => {
  const workspace = emptyCatalog({ id: "names" });
  const text =
    "Код,Описание\n10,Некорректный запрос: неизвестный url\n11,下單數量無效（OCO）\n12,orderId 無效\n";
  await importText(workspace, "errors.csv", text);
  expect(readDrafts(workspace).map(({ name }) => name)).toEqual(["CODE_10", "CODE_11", "ORDER_ID"]);
});

test("import leaves enums of other things out, in a file of errors that has enums of errors", async () => {
  const text =
    'export enum OperationType {\n  Unknown = "",\n  Insert = "insert",\n  Get = "get",\n}\nexport enum StateError {\n  NotFound = 1200,\n  Expired = 1210,\n}\n';
  const { status, output } = await importText(emptyCatalog({ id: "enums" }), "errors.ts", text);
  expect(status).toBe(0);
  expect(output).toContain("2 rows; 0 known, 0 changed, 2 new");
  expect(output).toContain("enum OperationType, lines 2-4): not read: 3 rows, nothing says that");
});

test.each([
  [
    "errors.md",
    "| Code | Text |\n|---|---|\n| E_A | A |\n| E_B (deprecated) | B |\n| 3 (removed) | C |\n",
  ],
  [
    "errors.ts",
    'enum Errors {\n  /** A */\n  A = "E_A",\n  /** @deprecated Use A. */\n  B = "E_B",\n  /** C\n   * @deprecated\n   */\n  C = 3,\n}\n',
  ],
  [
    "Errors.java",
    'enum Errors {\n  A("E_A", "A"),\n  @Deprecated\n  B("E_B", "B"),\n  /** @deprecated */\n  C(3, "C");\n}\n',
  ],
  [
    "errors.go",
    'package e\n\nconst (\n\tErrA = "E_A"\n\t// Deprecated: use A.\n\tErrB = "E_B"\n\tErrC = 3 // Deprecated: use A.\n)\n',
  ],
])("an entry says in its notes that %s calls it deprecated", async (file, text) => {
  const workspace = emptyCatalog({ id: "deprecated" });
  expect((await importText(workspace, file, text)).status).toBe(0);
  const notes =
    "The document calls this error deprecated: retire the entry if the API no longer sends it.";
  expect(readDrafts(workspace).map((entry) => [entry.code, entry.notes])).toEqual([
    ["E_A", undefined],
    ["E_B", notes],
    ["3", notes],
  ]);
});

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

test("an error that a call makes of a constant of another file is reported, and a list is not", async () => {
  const text =
    'import { LATE } from "./codes.js";\nexport const ErrGone = 1404;\nexport const ErrLate = newError(LATE);\nexport const allErrors = [ErrGone, ErrLate];\n';
  const { status, output } = await importText(emptyCatalog({ id: "made" }), "errors.ts", text);
  expect(status).toBe(1);
  expect(output.match(/errors\.ts:\d+:1 error .*/g)).toEqual([
    expect.stringContaining("errors.ts:3:1 error ErrLate has no code that is written"),
  ]);
});
