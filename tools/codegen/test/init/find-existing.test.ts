import { expect, test } from "vitest";
import { createProject } from "./project.js";

test("init lists every file and folder that already exists, and writes nothing", async () => {
  const { codegen, files } = createProject({
    "schemas/catalog.yaml": "mine",
    "schemas/locales/en.json": "{}",
    "schemas/generated/mine.json": "{}",
    "src/acme-errors/types/mine.ts": "",
    "src/acme-errors/mine.ts": "",
  });
  const before = files();
  const { status, stdout, stderr } = await codegen("init");
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain(`  schemas/catalog.yaml
  schemas/locales/en.json
  src/acme-errors/types
  schemas/generated
`);
  expect(stderr).toContain("nothing was written.");
  expect(files()).toEqual(before);
  // Another folder is free.
  expect(await codegen("init", "--catalog", "errors", "--id", "shop-errors")).toMatchObject({
    status: 0,
  });
  expect(await codegen("generate", "--catalog", "errors")).toMatchObject({ status: 0 });
});

test("a second init changes nothing", async () => {
  const { codegen, files, read } = createProject();
  await codegen("init");
  await codegen("generate");
  const before = files();
  expect(await codegen("init")).toMatchObject({ status: 1 });
  expect(files()).toEqual(before);
  // No file names the catalog of this repository.
  for (const file of before) expect(read(file), file).not.toMatch(/hashkey|exchange/i);
});

test("init reports a file that is in the place of its folder, and leaves nothing behind", async () => {
  const { codegen, files } = createProject({ schemas: "a file" });
  const { status, stderr } = await codegen("init");
  expect(status).toBe(1);
  expect(stderr).toMatch(/cannot write schemas\/\S+: .*nothing was changed/);
  expect(files()).toEqual(["schemas"]);
});

test.each([["generate"], ["check"], ["lint"], ["diff"], ["locale", "add", "de"]])(
  "%s in a folder without a catalog says how to start one",
  async (...command) => {
    const { codegen } = createProject();
    const { status, stderr } = await codegen(...command);
    expect(status).toBe(1);
    expect(stderr).toContain("error there is no catalog here");
    expect(stderr).toContain("help: start one with codegen init");
  },
);
