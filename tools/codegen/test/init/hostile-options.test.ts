import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { git } from "../git.js";
import { createProject } from "./project.js";

test.each([
  "__description__",
  "__error__",
  "x__errorClass__ __types__",
  "$& $1 $$",
  "null",
  "*/ </script> $" + "{{ github.token }} `id`",
  "- a: {b} #c",
])("init writes the title %j to the letter", async (title) => {
  const { root, codegen } = createProject();
  expect(await codegen("init", `--title=${title}`)).toMatchObject({ status: 0 });
  const { catalog, problems } = await lint(join(root, "schemas"));
  expect(problems).toEqual([]);
  expect(catalog?.manifest.title).toBe(title);
});

test.each<[option: string, value: string, reason: string]>([
  ["title", "a\u202eb", "an invisible character, U+202E (RIGHT-TO-LEFT OVERRIDE)"],
  ["title", "a\u{e0041}b", "an invisible character, U+E0041"],
  ["title", "a\u001b[31mb", "an invisible character, U+001B (ESCAPE)"],
  ["out", "a\u200bb", "an invisible character, U+200B (ZERO WIDTH SPACE)"],
  ["out", "a".repeat(100_000), "a name has at most 255 bytes"],
  ["id", "a".repeat(100_000), "a name has at most 255 bytes"],
  ["title", "long ".repeat(20_000), "a name has at most 255 bytes"],
  ["code", "a\u202eb", "an invisible character, U+202E (RIGHT-TO-LEFT OVERRIDE)"],
  ["success", "0\n1", "expected one line of at most 200 characters"],
  ["error", `${"a.".repeat(2_000)}a`, "expected one line of at most 200 characters"],
  ["failed", `a=${"b".repeat(100_000)}`, "expected one line of at most 200 characters"],
  ["name", "a".repeat(210), "expected the prefix of a package name"],
])("init refuses a --%s that no later command could use (%#)", async (option, value, reason) => {
  const { codegen, files } = createProject();
  const { status, stderr } = await codegen("init", `--${option}=${value}`);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(reason) });
  expect(stderr.length).toBeLessThan(2_000);
  expect(files()).toEqual([]);
});

test.each(["[ab]", "a*b", "!x", "#y", 'q"r', "b\\s", "tab\there", "ünï"])(
  "the lines of .gitattributes are about the folder %j, and about no other",
  async (folder) => {
    const project = createProject();
    git(project, "init", "--quiet");
    expect(await project.codegen("init", "--catalog", folder, "--out", "src")).toMatchObject({
      status: 0,
    });
    const attributesOf = (path: string) => git(project, "check-attr", "-z", "eol", path);
    expect(attributesOf(`${folder}/catalog.yaml`)).toContain("\0lf\0");
    for (const other of ["a/catalog.yaml", "axb/catalog.yaml"]) {
      mkdirSync(dirname(join(project.root, other)), { recursive: true });
      writeFileSync(join(project.root, other), "");
      expect(attributesOf(other)).toContain("\0unspecified\0");
    }
  },
);
