import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments, toLine } from "../../import-text.js";

testDocuments([
  [
    "headings with a translation in parentheses",
    "errors.md",
    "| code（返回码） | msg（返回码描述） | sub_code（明细返回码） | 解决方案 |\n|---|---|---|---|\n| 20000 | 服务不可用 | isp.unknown | 稍后重试 |\n| 20001 | 授权权限不足 | aop.invalid | 请刷新 |\n",
    [],
    ["20000 | null | 服务不可用 | 稍后重试 | 3 | ", "20001 | null | 授权权限不足 | 请刷新 | 4 | "],
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
    "names and messages under Error, beside codes",
    "errors.md",
    "| Error | Error Code | Error Message |\n|---|---|---|\n| ERR\\_GONE | 1404 | Gone |\n\n| Error | Code | Related |\n|---|---|---|\n| Not found | 2404 | List |\n",
    [],
    ["1404 | null | Gone |  | 3 | ", "2404 | null | Not found |  | 7 | "],
  ],
  [
    "headings in Chinese, in a Markdown table",
    "errors.md",
    "| 错误码 | 描述 |\n| --- | --- |\n| 71 | 余额不足 |\n",
    [],
    ["71 | null | 余额不足 |  | 3 | message description"],
    ['columns code="错误码",description="描述"'],
  ],
  [
    "headings in Russian, named by number",
    "errors.csv",
    "Номер,Описание ошибки\n71,Недостаточно средств\n",
    ["--columns", "code=1,message=2"],
    ["71 | null | Недостаточно средств |  | 2 | "],
    ['columns code="Номер",message="Описание ошибки"'],
  ],
  [
    "unknown headings in HTML, named by number",
    "errors.html",
    "<table><tr><td>Kod</td><td>Opis</td></tr>\n<tr><td>71</td><td>Brak środków</td></tr></table>",
    ["--columns", "code=1,message=2"],
    ["71 | null | Brak środków |  | 2 | "],
    ['columns code="Kod",message="Opis"'],
  ],
  [
    "columns that nobody reads",
    "errors.md",
    "| Code | HTTP | Message | Описание | Retryable |\n|---|---|---|---|---|\n| 71 | 400 | One | Два | no |\n",
    [],
    ["71 | 400 | One | Два | 3 | "],
    [
      'columns not read: "Retryable" (--columns description="Retryable" reads one in place of "Описание")',
    ],
  ],
  [
    "a table to take, of several",
    "errors.md",
    "| Code | Message |\n|---|---|\n| 71 | One |\n\nOr:\n\n| Code | Message |\n|---|---|\n| 72 | Two |\n",
    ["--table", "2"],
    ["72 | null | Two |  | 9 | "],
    ["table 1 (table, lines 1-3): left out", "table 2 (table, lines 7-9): 1 row"],
  ],
  [
    "a table to leave out",
    "errors.md",
    "| Code | Message |\n|---|---|\n| 71 | One |\n\nOr:\n\n| Code | Message |\n|---|---|\n| 72 | Two |\n",
    ["--skip-table", "2"],
    ["71 | null | One |  | 3 | "],
    ["table 2 (table, lines 7-9): left out"],
  ],
]);

test("import says which column is missing, of those that --columns names", async () => {
  const workspace = emptyCatalog({ id: "columns" });
  const args = ["--columns", "code=1,message=Text"];
  for (const [text, rows] of [
    ["Kod,Opis\n71,One\n", "2 rows"],
    ["Kod,Opis\n", "1 row"],
  ] as const) {
    const { output } = await importText(workspace, "errors.csv", text, args);
    expect(output).toContain(
      `errors.csv:1:1 error no column "Text": the columns are "Kod", "Opis" (${rows})`,
    );
  }
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

test("import finds the columns of an error table in each language", async () => {
  const headings = [
    ["错误代码", "错误信息", "解决方案"],
    ["錯誤碼", "訊息", "說明"],
    ["エラーコード", "メッセージ", "対処方法"],
    ["에러 코드", "메시지", "설명"],
    ["Код ошибки", "Сообщение", "Описание"],
    ["Código de error", "Mensaje", "Descripción"],
    ["Código", "Mensagem de erro", "Descrição"],
    ["Fehlercode", "Fehlermeldung", "Beschreibung"],
    ["Code d'erreur", "Message", "Signification"],
  ];
  const wrong: unknown[] = [];
  for (const heads of headings) {
    const workspace = emptyCatalog({ id: "languages" });
    await importText(workspace, "errors.csv", `${heads.join(",")}\n71,One,Two\n`);
    const lines = readDrafts(workspace).map(toLine);
    if (lines.join() !== "71 | null | One | Two | 2 | ") wrong.push([heads, lines]);
  }
  expect(wrong).toEqual([]);
});
