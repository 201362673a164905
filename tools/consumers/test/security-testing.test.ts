import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");

test("every row of docs/security-testing.md names a test that exists", () => {
  const rows = rowsOf(read("docs/security-testing.md"));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.flatMap(missingTests)).toEqual([]);
});

test("a row without a test, or with one that does not exist, is found", () => {
  const file = "tools/consumers/test/documents.test.ts";
  const page = `| attack | tried | what | test |
| --- | --- | --- | --- |
| a bar \\| in a cell | 1 | held | \`${file}\` "the README has at most 900 words" |
| no test | 1 | held | |
| no title | 1 | held | \`${file}\` |
| no such file | 1 | held | \`no-such.test.ts\` "a title" |
| no such title | 1 | held | \`${file}\` "no such title" |
| a benchmark | 1 | held | \`tools/bench/src/documents.ts\` (\`pnpm bench\`) |
`;
  expect(rowsOf(page).flatMap(missingTests)).toEqual([
    "no test: names no test",
    `no title: ${file} has no test ""`,
    "no such file: no-such.test.ts is missing",
    `no such title: ${file} has no test "no such title"`,
  ]);
});

interface Row {
  readonly attack: string;
  readonly tests: string;
}

/** The rows of the page's tables, without their headings. */
function rowsOf(page: string): readonly Row[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (attack|---) /.test(line))
    .map((line) => {
      const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
      return { attack: cells[1] ?? "", tests: cells.length === 6 ? (cells[4] ?? "") : "" };
    });
}

/** Returns what is wrong with the tests that a row names. */
function missingTests({ attack, tests }: Row): readonly string[] {
  const named = [...tests.matchAll(/`([\w./-]+\.ts)`(?: "([^"]*)"| \(`pnpm [^`]+`\))?/g)];
  if (named.length === 0) return [`${attack}: names no test`];
  return named.flatMap(([, file = "", title = ""]) => {
    if (!existsSync(join(root, file))) return [`${attack}: ${file} is missing`];
    const isTest = /\.test\.ts$/.test(file);
    return !isTest || (title !== "" && hasTitle(read(file), title))
      ? []
      : [`${attack}: ${file} has no test "${title}"`];
  });
}

/** Whether a title stands in a source as a string of its own. */
function hasTitle(source: string, title: string): boolean {
  return ['"', "'", "`"].some((quote) => source.includes(`${quote}${title}${quote}`));
}
