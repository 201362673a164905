import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { importText, readDrafts, toLine } from "./import-text.js";

/** A document, the entries that it becomes, and what the output says of it. */
type StrangeTable = readonly [
  what: string,
  file: string,
  text: string,
  args: readonly string[],
  entries: readonly string[],
  output: readonly string[],
];

const tables: readonly StrangeTable[] = [
  [
    "a delimiter row with fewer cells than the headings",
    "errors.md",
    "| Code | Text | |\n|:-----|:-----|\n| 71 | Broker is closed |\n\n| 72 | Broker is away |\n",
    [],
    ["71 | null | Broker is closed |  | 3 | ", "72 | null | Broker is away |  | 5 | "],
    ["table 1 (table, lines 1-5): 2 rows"],
  ],
  [
    "rows without headings beside a table",
    "errors.md",
    "| Code | Text |\n|---|---|\n| 71 | One |\n\nProse.\n\n| 72 | Two |\n",
    [],
    ["71 | null | One |  | 3 | "],
    ['not read line 7: "| 72 | Two |"'],
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
    "headings again, the title of a section, and two rows of headings",
    "errors.html",
    "<table><thead><tr><th colspan=2>All</th></tr>\n<tr><th>Code</th><th>Message</th></tr></thead>\n<tr><td colspan=2>Orders</td></tr>\n<tr><td>71</td><td>One</td></tr>\n<tr><th>Code</th><th>Message</th></tr>\n</table>",
    [],
    ["71 | null | One |  | 4 | "],
    ['not read line 3: "in a table: \\"Orders\\""', 'not read line 5: "the headings again"'],
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
    "a bar in the text of a Markdown cell",
    "errors.md",
    "| Code | Message |\n|---|---|\n| 71 | Side must be buy|sell |\n",
    [],
    ["71 | null | Side must be buy|sell |  | 3 | message description"],
    [],
  ],
  [
    "a comma in the text of a CSV cell, before another column",
    "errors.csv",
    "code,message,http\n71,Low, very low,400\n72,High,500\n",
    [],
    ["71 | 400 | Low, very low |  | 2 | message description", "72 | 500 | High |  | 3 | "],
    [],
  ],
  [
    "struck, quoted and marked cells",
    "errors.md",
    '| Code | Message |\n|---|---|\n| ~~117~~ | ~~Old limit~~ |\n| `118` | `"low_funds"` |\n',
    [],
    ["117 | null | Old limit |  | 3 | code", "118 | null | low_funds |  | 4 | message"],
    [],
  ],
  [
    "Markdown in a table of HTML",
    "errors.md",
    "<table><tr><th>Code</th><th>Message</th></tr>\n<tr><td>`71`</td><td>The `from` | `to` field is **bad**</td></tr></table>\n",
    [],
    ["71 | null | The from | to field is bad |  | 2 | "],
    [],
  ],
  [
    "ranges, several codes, a spreadsheet's number and a word among numbers",
    "errors.csv",
    "code,message\n1,One\n2,Two\n3,Three\n4,Four\n5,Five\n6,Six\n7,Seven\n8,Eight\n9,Nine\n10,Ten\n11,Eleven\n12,Twelve\n100-199,Range\n124/125,Both\n1E+05,Many\nOther,Rest\n",
    ["--lines", "14-17"],
    [
      "100-199 | null | Range |  | 14 | code",
      "124/125 | null | Both |  | 15 | code",
      "1E+05 | null | Many |  | 16 | code",
      "Other | null | Rest |  | 17 | code",
    ],
    [],
  ],
  [
    "statuses that no error has",
    "errors.csv",
    "code,http,message\n71,302,One\n72,4xx,Two\n73,200,Three\n74,404 or 410,Four\n",
    [],
    [
      "71 | null | One |  | 2 | httpStatus",
      "72 | null | Two |  | 3 | httpStatus",
      "73 | 200 | Three |  | 4 | ",
      "74 | null | Four |  | 5 | httpStatus",
    ],
    [],
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
  [
    "rows that look like a success",
    "errors.csv",
    "code,message\n0,OK\n71,One\n",
    [],
    ["0 | null | OK |  | 2 | ", "71 | null | One |  | 3 | "],
    [
      'warning the code "0" ("OK") looks like a success, and is imported as an error',
      'write success: [0, "0"] under wire in catalog.yaml',
    ],
  ],
  [
    "two texts of one code that differ only in their placeholders",
    "errors.csv",
    "code,message\n71,{field} is missing\n71,%s is missing\n",
    [],
    ["71 | null | {field} is missing |  | 2 | "],
    ["2 rows; 0 known, 0 changed, 1 new"],
  ],
];

test.each(tables)("import reads %s", async (_, file, text, args, entries, output) => {
  const workspace = emptyCatalog({ id: "strange" });
  const result = await importText(workspace, file, text, args);
  expect(result.output).not.toMatch(/:\d+ error /);
  expect(readDrafts(workspace).map(toLine)).toEqual(entries);
  for (const part of output) expect(result.output).toContain(part);
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

test("import says the category by status, then by words, never authentication by words, and always as a draft", async () => {
  const workspace = emptyCatalog({
    id: "categories",
    manifest: {
      categories: {
        authentication: { status: 401, description: "Who is asking." },
        permission: { status: 403, description: "What the caller is allowed to do." },
        request: { status: 400, description: "The request's own form." },
        order: { status: 400, description: "An order's price and size." },
        system: { status: 500, description: "The servers." },
      },
    },
  });
  await importText(
    workspace,
    "errors.csv",
    "code,http,message\n1,403,No\n2,,Balance is too low\n3,400,Price of the order\n4,503,Down\n5,,Internal trouble\n6,401,Go away\n7,,Authentication of who is asking failed\n8,400,Who is asking\n9,,Authentication of an order\n",
  );
  expect(
    readDrafts(workspace).map(({ code, category, draft }) => [
      code,
      category,
      draft.includes("category"),
    ]),
  ).toEqual([
    ["1", "permission", true],
    ["2", "request", true],
    ["3", "order", true],
    ["4", "system", true],
    ["5", "system", true],
    ["6", "authentication", true],
    ["7", "request", true],
    ["8", "request", true],
    ["9", "order", true],
  ]);
});
