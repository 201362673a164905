/**
 * A kind of document from a stranger: how its text grows, and the command that reads it.
 */
export interface DocumentShape {
  readonly format: string;
  /** Its particular feature; `plain` for an ordinary document. */
  readonly shape: string;
  readonly file: string;
  /** The command that reads it, before the file's name. */
  readonly command: readonly string[];
  /** The text before and after the repeated part. */
  readonly head: string;
  readonly tail: string;
  /** The repeated part, by its index. */
  readonly part: (index: number) => string;
}

const IMPORT = ["import", "--dry-run", "--format", "json", "--timeout", "600"];

/** An ordinary row, by its index. */
const code = (index: number) => `-${100_000 + index}`;
const message = (index: number) => `Order ${index} of %s was not found`;
const description = "The order is not there: check its id and the account that it belongs to.";

function shapes(
  format: string,
  file: string,
  head: string,
  tail: string,
  parts: Readonly<Record<string, (index: number) => string>>,
): DocumentShape[] {
  return Object.entries(parts).map(([shape, part]) => ({
    format,
    shape,
    file,
    command: IMPORT,
    head,
    tail,
    part,
  }));
}

const csv = shapes("CSV", "errors.csv", "code,status,message,description\n", "", {
  plain: (index) => `${code(index)},400,${message(index)},${description}\n`,
  "1,000 placeholders a row": (index) => `${code(index)},400,${"%s a ".repeat(1_000)},\n`,
  "20 placeholders, and a description like them": (index) =>
    `${code(index)},400,X${"%s1".repeat(20)} end,${"X1".repeat(900)}\n`,
  "one row again and again": () => `-1,400,Order not found,${description}\n`,
  "one code, and messages that begin alike": (index) => `-1,400,{a} b${index},\n`,
  "one code, and long messages that begin alike": (index) =>
    `-1,400,{a}${"aaaab".repeat(390)}{b}${index},\n`,
  "columns without end": () => "a,",
  "quotation marks": () => '"""",',
});

const tsv = shapes("TSV", "errors.tsv", "code\tstatus\tmessage\tdescription\n", "", {
  plain: (index) => `${code(index)}\t400\t${message(index)}\t${description}\n`,
});

const htmlHead =
  "<table>\n<tr><th>Code</th><th>Status</th><th>Message</th><th>Description</th></tr>\n";
const html = shapes("HTML", "errors.html", htmlHead, "</table>\n", {
  plain: (index) =>
    `<tr><td><code>${code(index)}</code></td><td>400</td><td>${message(index)}</td><td>${description}</td></tr>\n`,
  "elements in elements": () => "<div>\n",
  "tables in tables": () => "<table><tr><td>\n",
  "open formatting": (index) => `<tr><td><b id=${index}>1\n`,
  "line breaks outside of cells": () => "<br>\n",
  "rows that all share a line": (index) =>
    `<tr><td>${code(index)}<td>400<td>A &amp; B ${index}${index % 1_000 === 999 ? "\n" : ""}`,
  "cells that span": () => `<tr><td colspan=50 rowspan=1000>1${"<tr><td>\n".repeat(100)}`,
});
const breaks = shapes("HTML", "errors.html", `${htmlHead}<tr><td>-1<td>400<td>`, "</table>\n", {
  "line breaks in one cell": () => "<br>\n",
});
const attributes = shapes("HTML", "errors.html", "<table\n", "></table>\n", {
  "attributes in one tag": (index) => ` a${index}\n`,
});
const repeated = shapes("HTML", "errors.html", "", htmlHead, {
  "the tag html again and again": (index) => `<html a${index}=1>\n`,
});

const markdownHead = "| Code | Status | Message | Description |\n| --- | --- | --- | --- |\n";
const markdown = shapes("Markdown", "errors.md", markdownHead, "", {
  plain: (index) => `| \`${code(index)}\` | 400 | ${message(index)} | ${description} |\n`,
  "stars and underscores": (index) => `| ${code(index)} | 400 | ${"_a*b ".repeat(380)} | |\n`,
  brackets: (index) => `| ${code(index)} | 400 | ${"[a](".repeat(480)} | |\n`,
  "comments that do not end": (index) => `| ${code(index)} | 400 | ${"<!--".repeat(480)} | |\n`,
  "tables of one row": (index) =>
    `\n${markdownHead}| ${code(index)} | 400 | ${message(index)} | |\n`,
});

const yamlHead = "components:\n  schemas:\n    ErrorCode:\n      type: string\n";
const openapi = [
  ...shapes("OpenAPI", "openapi.yaml", `${yamlHead}      oneOf:\n`, "", {
    plain: (index) =>
      `        - const: "${code(index)}"\n          description: ${message(index)}\n`,
  }),
  ...shapes(
    "OpenAPI",
    "openapi.json",
    '{"components":{"schemas":{"ErrorCode":{"enum":["-1"],"x-enum-descriptions":{\n',
    '"-1":"a"}}}}}\n',
    {
      "descriptions in an object": (index) => `"${code(index)}":"${message(index)}",\n`,
    },
  ),
  ...shapes(
    "OpenAPI",
    "openapi.yaml",
    `${yamlHead}      description: |\n`,
    '      enum: ["1001"]\n',
    {
      "a description of spaces": () => `        1001: x${" ".repeat(2_000)}y\n`,
    },
  ),
  ...shapes("OpenAPI", "openapi.yaml", "a:\n", "", {
    aliases: (index) => `  - &a${index} x\n  - *a${index}\n`,
    "keys that are objects": () => "? ",
  }),
  ...shapes("OpenAPI", "openapi.yaml", "", "", { comments: () => "# a comment\n" }),
];

const text = shapes("text", "errors.txt", "", "", {
  plain: (index) =>
    `${code(index)}400Order ${index} was not foundThe order is not there: check its id.\n`,
  "capitals without spaces": (index) => `${code(index)}400${"aB".repeat(900)}\n`,
  "forty seams in long words": (index) => `${code(index)}400${`${"a".repeat(39)}B`.repeat(39)}\n`,
  "one row over all lines": (index) => (index === 0 ? "-1001400Order\n" : "goes on\n"),
  digits: () => "1",
});

const rstHead = ".. list-table:: Errors\n   :header-rows: 1\n\n   * - Code\n     - Message\n";
const rst = [
  ...shapes("reStructuredText", "errors.rst", rstHead, "", {
    plain: (index) => `   * - \`\`${code(index)}\`\`\n     - ${message(index)}\n`,
    "marks that do not end": (index) => `   * - ${code(index)}\n     - ${"`a *b ".repeat(250)}\n`,
  }),
  ...shapes("reStructuredText", "errors.rst", "", "", {
    "tables of one row": (index) =>
      `.. csv-table::\n   :header: Code, Message\n\n   ${code(index)}, ${message(index)}\n\n`,
  }),
];

const asciidoc = shapes("AsciiDoc", "errors.adoc", "|===\n|Code |Message\n\n", "|===\n", {
  plain: (index) => `| \`${code(index)}\`\n| ${message(index)}\n\n`,
  "cells that span": () => ".999+| 1\n",
  "cells that are repeated": () => "999*|1\n",
  "marks that do not end": (index) => `| ${code(index)}\n| ${"`a *b _c <<".repeat(150)}\n`,
});

/** The other forms in which people keep errors. */
const lists = [
  ...shapes("list", "errors.yaml", "errors:\n", "", {
    "objects in YAML": (index) =>
      `  - code: "${code(index)}"\n    httpStatus: 400\n    message: ${message(index)}\n`,
  }),
  ...shapes("list", "errors.json", '{"errors":[\n', '{"code":"1","message":"A"}]}\n', {
    "objects in JSON": (index) => `{"code":"${code(index)}","message":"${message(index)}"},\n`,
  }),
  ...shapes("list", "errors.txt", "", "", {
    "columns in text": (index) => `${code(index)}    400    ${message(index)}\n`,
  }),
  ...shapes("list", "errors.md", "# Errors\n\n", "", {
    "headings in Markdown": (index) =>
      `#### ${code(index)} ORDER_${index}\n * ${message(index)}\n\n`,
    "list items in Markdown": (index) => `- \`order_${index}\`: ${message(index)}\n`,
  }),
  ...shapes("list", "errors.html", "<h1>Errors</h1><dl>\n", "</dl>\n", {
    "definitions in HTML": (index) =>
      `<dt><code>order_${index}</code></dt><dd>${message(index)}</dd>\n`,
  }),
];

const sources = [
  ...shapes("TypeScript", "errors.ts", "export const ERRORS = {\n", "};\n", {
    plain: (index) =>
      `  ORDER_${index}: { code: "${code(index)}", message: "${message(index)}" },\n`,
    "open brackets": () => "[{(\n",
  }),
  ...shapes("Java", "Errors.java", "public enum Errors {\n", '  LAST(1, "A");\n}\n', {
    plain: (index) => `  ORDER_${index}(${100_000 + index}, "${message(index)}"),\n`,
  }),
  ...shapes("Go", "errors.go", "package errors\n\nconst (\n", ")\n", {
    plain: (index) => `\t// ${message(index)}\n\tErrOrder${index} = ${100_000 + index}\n`,
  }),
  ...shapes("enums", "errors.proto", "enum ErrorCode {\n", "}\n", {
    plain: (index) => `  // ${message(index)}\n  ORDER_${index} = ${100_000 + index};\n`,
    "comments that do not end": () => "/* \n",
    "marks that do not end": () => `'\\''\n`,
    "enums in enums": () => "enum Code { A = 1; \n",
  }),
  ...shapes("enums", "errors.h", "", "", {
    constants: (index) =>
      `#define ERR_ORDER_${index} (-${index + 1}) /* ${message(index)} */\nconst int ERR_${index} = ${index};\n`,
  }),
  ...shapes("Python", "errors.py", "ERRORS = {\n", "}\n", {
    plain: (index) => `    "${code(index)}": "${message(index)}",\n`,
  }),
];

const LOCALE_IMPORT = ["locale", "import", "--format", "json"];
const xliffHead =
  '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file target-language="en"><body>\n';
const locale = [
  ...shapes("XLIFF", "texts.xlf", xliffHead, "</body></file></xliff>\n", {
    plain: (index) =>
      ["_title", "", "_description"]
        .map(
          (end) =>
            `<trans-unit id="E${index}${end}"><source>A</source><target>A text</target></trans-unit>\n`,
        )
        .join(""),
    entities: () => "&lt;&amp;&#65;\n",
  }),
  ...shapes("XLIFF", "texts.xlf", `${xliffHead}<group `, "/></body></file></xliff>\n", {
    "attributes in one tag": (index) => `a${index}="1"\n`,
  }),
  ...shapes("XLIFF", "texts.xlf", xliffHead, "", { "elements in elements": () => "<group>\n" }),
  ...shapes("texts as JSON", "texts.json", '{"locale":"en","texts":{\n', '"Z":{}}}\n', {
    plain: (index) =>
      `"E${index}":{"source":{"title":"A","message":"B","description":"C"},"target":{"title":"A text","message":"Of an error","description":"To translate"},"status":"final"},\n`,
  }),
  ...shapes("texts as JSON", "texts.json", "", "", { "lists in lists": () => "[\n" }),
].map((shape) => ({ ...shape, command: LOCALE_IMPORT }));

/** Every shape that is measured. */
export const DOCUMENT_SHAPES: readonly DocumentShape[] = [
  ...csv,
  ...tsv,
  ...html,
  ...breaks,
  ...attributes,
  ...repeated,
  ...markdown,
  ...openapi,
  ...text,
  ...rst,
  ...asciidoc,
  ...lists,
  ...sources,
  ...locale,
];

/** The text of a document of about a size. */
export function printDocument({ head, tail, part }: DocumentShape, bytes: number): string {
  const parts = [head];
  for (let [index, length] = [0, head.length]; length < bytes; index++) {
    const next = part(index);
    parts.push(next);
    length += next.length;
  }
  return [...parts, tail].join("");
}
