import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUMP_RULES } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** The documents that people edit. */
const documents = execFileSync("git", ["ls-files", "--", "*.md"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((file) => !/\/(?:generated|evidence|fixtures)\/|^\.changeset\//.test(file));

test("the README has at most 900 words", () => {
  expect(read("README.md").split(/\s+/).length).toBeLessThanOrEqual(900);
});

/** `vitest run --update` writes the table after a change of BUMP_RULES. */
test("CONTRIBUTING has the table of version bumps that codegen uses", async () => {
  const rows = Object.values(BUMP_RULES).map(
    ({ bump, what, affects }) => `| ${bump} | ${what} | ${affects} |`,
  );
  const table = ["| bump | what changed | who is affected |", "| --- | --- | --- |", ...rows];
  const text = read("CONTRIBUTING.md");
  const written = text.replace(
    /(<!-- bumps: [^\n]* -->\n)[\s\S]*?(<!-- \/bumps -->)/,
    (_, begin, end) => `${begin}${table.join("\n")}\n${end}`,
  );
  expect(written).toContain(table.join("\n"));
  await expect(written).toMatchFileSnapshot(join(root, "CONTRIBUTING.md"));
});

test.each([
  ["An entry", "catalog.schema.json", ["$defs", "Entry"]],
  ["The manifest", "manifest.schema.json", []],
])("%s in docs/catalog.md has a row for every field of %s", (heading, file, path) => {
  const [, section = ""] = read("docs/catalog.md").split(`\n## ${heading}\n`);
  const [text = ""] = section.split("\n## ");
  const rows = [...text.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = ""]) => cell).join();
  const schema = JSON.parse(read(`tools/codegen/schemas/${file}`));
  const { properties } = path.reduce((part, key) => part[key], schema);
  const fields = Object.keys(properties).filter((field) => field !== "$schema");
  expect(fields.length).toBeGreaterThan(20);
  expect(fields.filter((field) => !rows.includes(`\`${field}\``))).toEqual([]);
});

test("every relative link in a document leads to a file, and to a heading of it", () => {
  expect(documents).toContain("CONTRIBUTING.md");
  expect(documents.flatMap((file) => brokenLinks(file, read(file)))).toEqual([]);
});

test("every path of this repository that a document names exists", () => {
  const missing = documents.flatMap((file) =>
    [...read(file).matchAll(/`((?:tools|packages|\.changeset|\.github)\/[\w./-]+)`/g)]
      .filter(([, path = ""]) => !existsSync(join(root, path)))
      .map(([, path]) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

// zsh, the shell of macOS, takes a comment behind a pasted command for arguments of it.
test("no command in a document has a comment behind it", () => {
  const commented = documents.flatMap((file) =>
    [...read(file).matchAll(/^```sh\n([\s\S]*?)^```/gm)]
      .flatMap(([, commands = ""]) => commands.split("\n"))
      .filter((line) => /(?:^|\s)#/.test(line))
      .map((line) => `${file}: ${line}`),
  );
  expect(commented).toEqual([]);
});

test("a link to a missing file or heading is found", () => {
  const text = "[a](README.md#packages) [b](missing.md) [c](README.md#no-such-heading) [d](#e)";
  expect(brokenLinks("CONTRIBUTING.md", text)).toEqual([
    "CONTRIBUTING.md: missing.md",
    "CONTRIBUTING.md: README.md#no-such-heading",
    "CONTRIBUTING.md: #e",
  ]);
});

function brokenLinks(file: string, text: string): readonly string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "");
  return [...prose.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)]
    .filter(([, path = "", heading]) => {
      const target = path === "" ? file : join(dirname(file), path);
      if (!existsSync(join(root, target))) {
        return true;
      }
      return heading !== undefined && !headingsOf(read(target)).includes(heading);
    })
    .map(
      ([, path = "", heading]) => `${file}: ${path}${heading === undefined ? "" : `#${heading}`}`,
    );
}

/** Returns the anchors that GitHub makes of a document's headings. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}
