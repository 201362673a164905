import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { git } from "../git.js";
import { createProject } from "./project.js";

test.each(["folder", "packages"])(
  "a checkout that changes line endings leaves a new catalog and its %s as they were",
  async (layout) => {
    const project = createProject({ "package.json": "{}" });
    const { codegen, files, read } = project;
    await codegen("init", "--layout", layout);
    await codegen("generate");
    /** The texts that codegen compares byte for byte. */
    const texts = () =>
      files()
        .filter((file) => /^schemas\/|(^|\/)src\//.test(file))
        .map((file) => [file, read(file)]);
    const before = texts();
    git(project, "init", "--quiet");
    git(project, "config", "core.autocrlf", "true");
    git(project, "add", "--all");
    git(project, "commit", "--quiet", "--message", "Start");
    for (const [file] of before) rmSync(`${project.root}/${file}`);
    git(project, "checkout", "--quiet", "--", ".");
    expect(texts()).toEqual(before);
    expect(await codegen("check")).toMatchObject({ status: 0 });
  },
);

test("check says what .gitattributes needs for a folder that was named later", async () => {
  const project = createProject({ "package.json": "{}" });
  const { codegen, read, write } = project;
  await codegen("init");
  const subset = "subsets: { desk: { description: For the desk., folder: ../desk/src } }";
  write("schemas/catalog.yaml", `${read("schemas/catalog.yaml")}\n${subset}\n`);
  await codegen("generate");
  git(project, "init", "--quiet");
  git(project, "config", "core.autocrlf", "true");
  const checkOut = () => {
    git(project, "add", "--all");
    git(project, "commit", "--quiet", "--message", "Change");
    rmSync(`${project.root}/desk`, { recursive: true });
    git(project, "checkout", "--quiet", "--", ".");
    return codegen("check");
  };
  const line = "desk/src/** text=auto eol=lf";
  const { status, stderr } = await checkOut();
  expect(status).toBe(1);
  expect(stderr).toMatch(/files have CRLF line endings\. .*:\n {2}[^\n]*\n$/);
  expect(stderr).toContain(`  ${line}\n`);
  write(".gitattributes", `${read(".gitattributes")}${line}\n`);
  expect(await checkOut()).toMatchObject({ status: 0 });
});

test("init leaves a .gitattributes as it is, and says what to add to it", async () => {
  const { codegen, read } = createProject({ ".gitattributes": "*.png binary\n" });
  const { status, stdout } = await codegen("init");
  expect(status).toBe(0);
  expect(read(".gitattributes")).toBe("*.png binary\n");
  expect(stdout).toContain(`.gitattributes
    add these lines, so that Git keeps line endings as they are generated:
      schemas/** text=auto eol=lf
      schemas/evidence/** -text
      schemas/generated/** linguist-generated
      src/acme-errors/types/** text=auto eol=lf linguist-generated
`);
});
