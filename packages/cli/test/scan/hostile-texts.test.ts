import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../run.js";
import { writeCaptures } from "./capture.js";

/** Texts that act where they are printed: in a terminal, a log of CI, Markdown, a spreadsheet. */
const HOSTILE = [
  "\u001b[31mred",
  "\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
  "\u009b31mred",
  "\u202eright to left",
  "\u2066isolate",
  "line\n::error::forged",
  "line\r\n::add-mask::forged",
  "line%0A::error::forged",
  "\u2028::error::forged",
  "\u0085::error::forged",
  "\u{e0041}tag",
  "\u3164filler",
  "\u115ffiller",
  "\ud800half",
  "`code` <b>|cell",
  "<script>alert(1)</script>",
  "<!-- comment",
  "[link](javascript:alert(1))",
  "![image](https://evil.example/x.png)",
  "@everyone and #1",
  "=1+1",
  "-1+1|cmd",
];

/** Controls but for line breaks, what turns the direction, and what nobody sees. */
const UNSEEN = /(?!\n)[\p{Cc}\u115f\u2028-\u202e\u2066-\u2069\u3164\u{e0000}-\u{e007f}]/u;

const FILES = {
  "a.ndjson": HOSTILE.flatMap((text) => [
    { code: text, msg: text },
    { code: "-1007", msg: text },
    {
      request: { method: text, url: `https://api/${text}` },
      response: { status: 504, body: text },
    },
    { method: "POST", url: `/api/${text}`, status: 200, body: { code: "-1007" }, time: text },
  ])
    .map((record) => JSON.stringify(record))
    .join("\n"),
  ...Object.fromEntries(
    HOSTILE.filter((text) => !/\/|\ud800/.test(text)).map((text) => [
      `${text}.ndjson`,
      '{"code":"-9999","msg":"What is this?"}',
    ]),
  ),
  "bad\u001b]0;x\u0007\n::error::forged.gz": "not compressed",
};

/** The lines of an output that steer a terminal, or that CI runs as a command. */
function findUnsafe(text: string, isCommands = false): readonly string[] {
  const lines = text.split("\n");
  return lines.filter((line) => UNSEEN.test(line) || (!isCommands && /^\s*::/.test(line)));
}

test("no text and no file name of a capture steers what prints a report, in any format", () => {
  const cwd = writeCaptures(FILES);
  const files = readdirSync(cwd).map((name) => `./${name}`);
  const wrong: unknown[] = [];
  for (const format of ["text", "json", "csv", "markdown", "github", "sarif"]) {
    const { output, errors } = run(["scan", ...files, "--format", format, "--requests", "500"], {
      cwd,
    });
    const unsafe = findUnsafe(output + errors, format === "github");
    if (unsafe.length > 0) wrong.push([format, unsafe.slice(0, 3)]);
    if (format === "json") expect(JSON.parse(output).files).toEqual(files);
    if (format === "github")
      expect(output.split("\n").filter((line) => !/^(::(error|warning) |$)/.test(line))).toEqual(
        [],
      );
  }
  expect(wrong).toEqual([]);
});

test("texts of a capture are texts in Markdown: no markup, link, image or mention", () => {
  const cwd = writeCaptures(FILES);
  const files = readdirSync(cwd).map((name) => `./${name}`);
  const { output } = run(["scan", ...files, "--format", "markdown"], { cwd });
  run(["scan", ...files, "--propose", "found.md"], { cwd });
  const proposal = readFileSync(join(cwd, "found.md"), "utf8");
  expect(findUnsafe(proposal)).toEqual([]);
  for (const page of [output, proposal]) {
    const outsideCode = page.replaceAll(/(?<!\\)`[^`]*`/g, "");
    expect(outsideCode.match(/(?<!\\)<(?!!-- -->)[a-z!/]|(?<!\\)\[|(?<!\\)\]\(/g)).toBeNull();
  }
  expect(output).toContain("@<!-- -->everyone and #<!-- -->1");
  expect(output).not.toMatch(/@everyone|#1\b/);
});

test("explain prints what it was asked without what steers a terminal", () => {
  const wrong: unknown[] = [];
  const questions = HOSTILE.flatMap((text) => [
    text,
    JSON.stringify({ code: text, msg: text }),
    `Required field '${text}' missing or invalid`,
  ]);
  const input = questions.map((question) => question.replaceAll(/[\r\n]/g, " ")).join("\n");
  for (const args of [
    ["explain", "-"],
    ["explain", "-", "--json"],
    ["explain", "-", "--developer"],
  ]) {
    const { output, errors } = run(args, { input });
    const unsafe = findUnsafe(output + errors);
    if (unsafe.length > 0) wrong.push([args, unsafe.slice(0, 3)]);
  }
  expect(wrong).toEqual([]);
});
