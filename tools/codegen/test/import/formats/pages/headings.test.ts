import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "headings that are codes with dots",
    "errors.md",
    "# Errors\n\n## auth.token\n\nOne \\| two\n\n## Forbidden.RAM\n\nTwo\n\n## card.limit.day\n\nThree\n",
    [],
    [
      "auth.token | null | One | two |  | 3-5 | message description",
      "Forbidden.RAM | null | Two |  | 7-9 | message description",
      "card.limit.day | null | Three |  | 11-13 | message description",
    ],
  ],
  [
    "headings within an element whose name every object has",
    "errors.html",
    "<h1>Errors</h1>\n<constructor>\n<h2>1001</h2><p>One.</p>\n<h2>1002</h2><p>Two.</p>\n<h2>1003</h2><p>Three.</p>\n</constructor>\n",
    [],
    [
      "1001 | null | One. |  | 3 | message description",
      "1002 | null | Two. |  | 4 | message description",
      "1003 | null | Three. |  | 5 | message description",
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
]);

test("items below a heading with a text are listed as not read, behind the first", async () => {
  const text =
    "# Error codes\n\n### -1003 Zu viele\n * Zu viele Anfragen.\n * Gesperrt bis %s.\n\n### -1004 Kaputt\n * Kaputt.\n\n### -1005 Weg\n * Weg.\n";
  const { output } = await importText(emptyCatalog({ id: "items" }), "errors.md", text);
  expect(output.match(/not read.*/g)).toEqual(['not read line 5: "Gesperrt bis %s."']);
});
