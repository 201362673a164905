import { testDocuments } from "../../import-text.js";

testDocuments([
  [
    "cells that span rows, entities, line breaks and a layout table",
    "errors.html",
    [
      "<table><tr><td><table>",
      "<tr><th>Status</th><th>Code</th><th>Message</th></tr>",
      '<tr><td rowspan="2">422</td><td rowspan="2">1001</td><td>Can&#39;t&nbsp;do &lt;x&gt;</td></tr>',
      "<tr><td>Will<br>not</td></tr>",
      "</table></td></tr></table>",
    ].join("\n"),
    [],
    ["1001 | 422 | Can't do {x} |  | 3 | ", "1001 | 422 | Will not |  | 3-4 | "],
  ],
  [
    "Markdown in a table of HTML",
    "errors.md",
    "<table><tr><th>Code</th><th>Message</th></tr>\n<tr><td>`71`</td><td>The `from` | `to` field is **bad**</td></tr></table>\n",
    [],
    ["71 | null | The from | to field is bad |  | 2 | "],
    [],
  ],
]);
