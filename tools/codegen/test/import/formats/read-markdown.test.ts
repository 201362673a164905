import { test } from "vitest";
import { type DocumentCase, expectEntries } from "../import-text.js";

test.each<DocumentCase>([
  [
    "markup, an escaped bar, a placeholder that looks like a tag, and one code for two messages",
    "errors.md",
    [
      "# Errors",
      "",
      "| Code | Message | Description |",
      "| ---- | ------- | ----------- |",
      "| `E-1` | Field <field> is *not* \\| valid | See [the docs](https://example.com) |",
      "|  | Field <field> is missing | |",
      "",
      "| Term | Meaning |",
      "| ---- | ------- |",
      "| code | a word |",
    ].join("\n"),
    [],
    [
      "E-1 | null | Field {field} is not | valid | See the docs | 5 | ",
      "E-1 | null | Field {field} is missing |  | 5-6 | code",
    ],
  ],
  [
    "an HTML table in Markdown",
    "errors.md",
    "# Errors\n\n<table>\n<tr><th>Code</th><th>Message</th></tr>\n\n<tr><td>7</td><td>Seven</td></tr>\n</table>\n",
    [],
    ["7 | null | Seven |  | 6 | "],
  ],
  [
    "code in a line that begins with three backticks, which begins no block",
    "errors.md",
    [
      "```GET /errors``` lists them.",
      "",
      "Code | Message",
      "---- | -------",
      "7 | Seven",
      "```E-8``` | Eight",
      "",
      "```sh",
      "curl /errors",
      "```",
      "",
      "```GET /limits``` lists these.",
      "",
      "| Code | Message |",
      "| ---- | ------- |",
      "| 9 | Nine |",
    ].join("\n"),
    [],
    ["7 | null | Seven |  | 5 | ", "E-8 | null | Eight |  | 6 | ", "9 | null | Nine |  | 16 | "],
  ],
])("readMarkdown reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});
