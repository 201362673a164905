import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "a list of codes with dots and capital hexadecimal digits, with bars in its texts",
    "errors.md",
    "# Error codes\n\n- `auth.token_expired`: Use a \\| b\n- `0x8007006B`: Use a | b\n- `E_DB.10`: Three\n",
    [],
    [
      "auth.token_expired | null | Use a | b |  | 3 | message",
      "0x8007006B | null | Use a | b |  | 4 | message",
      "E_DB.10 | null | Three |  | 5 | message",
    ],
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
    "a list of definitions in HTML",
    "errors.html",
    "<h1>System Error Codes</h1>\n<dl><dt><p><b>ERROR_SUCCESS</b></p></dt>\n<dt>0 (0x0)</dt>\n<dd>The operation completed.</dd></dl>\n<dl><dt>ERROR_INVALID_FUNCTION</dt><dt>10 (0xA)</dt><dd>Incorrect function.</dd>\n<dt>ERROR_FILE_NOT_FOUND</dt><dt>20 (0x14)</dt><dd>No file.</dd></dl>\n<dl><dt><code>E_LATE</code></dt><dd>Too late.</dd></dl>\n",
    [],
    [
      "0 | null | The operation completed. |  | 2-4 | message",
      "10 | null | Incorrect function. |  | 5 | message",
      "20 | null | No file. |  | 6 | message",
      "E_LATE | null | Too late. |  | 7 | message",
    ],
  ],
  [
    "items of a list",
    "errors.md",
    "# Error codes\n\n- `invalid_grant`: The grant is invalid.\n- `invalid_scope` - The scope is *unknown*.\n- **E1003**: Late.\n",
    [],
    [
      "invalid_grant | null | The grant is invalid. |  | 3 | message",
      "invalid_scope | null | The scope is unknown. |  | 4 | message",
      "E1003 | null | Late. |  | 5 | message",
    ],
  ],
]);

const unnamed = `# API

## Default and preferred parameters

- \`order_id\`: The id.
- \`user_id\`: The user.
- \`client_id\`: The client.
`;

test("import leaves a list out that nothing says to be of errors, unless it is asked for", async () => {
  const workspace = emptyCatalog({ id: "lists" });
  const refused = await importText(workspace, "api.md", unnamed);
  expect(refused.status).toBe(1);
  expect(refused.output).toContain("no list says that it is about errors");
  expect(refused.output).toContain("--table 1");
  const taken = await importText(workspace, "api.md", unnamed, ["--table", "1"]);
  expect(taken.output).toContain("3 rows; 0 known, 0 changed, 3 new");
});
