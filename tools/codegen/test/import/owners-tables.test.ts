import { test } from "vitest";

import { type DocumentCase, expectEntries } from "./import-text.js";

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
])("import reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});
