import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegenMeanwhile } from "../paused-run.js";
import { codegen, codegenAt, generate } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A folder of somebody else, with files whose names codegen generates too. */
function createVictim(): { readonly folder: string; texts(): Record<string, string> } {
  const folder = temporaryFolder("victim");
  const write = (file: string) => {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), "precious");
  };
  for (const file of [".profile", "thesis.md", "catalog.json", "generated/entries.ts", "sub/x.txt"])
    write(file);
  const texts = () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true });
    return Object.fromEntries(
      files
        .filter((file) => file.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((file) => [file, readFileSync(file, "utf8")]),
    );
  };
  return { folder, texts };
}

/** Changes that a pull request may make to a project, and the place that `generate` reports. */
const ATTACKS: readonly (readonly [
  name: string,
  attack: (acme: Workspace, victim: string) => void,
  place: string,
  reason: string,
])[] = [
  [
    "a generated folder that is a link",
    (acme, victim) => {
      rmSync(join(acme.catalog, "generated"), { recursive: true });
      symlinkSync(victim, join(acme.catalog, "generated"));
    },
    "spec/generated:1:1",
    "is a symbolic link, and codegen writes through none",
  ],
  [
    "a folder above a generated one that is a link",
    (acme, victim) => {
      rmSync(join(acme.root, "out/types"), { recursive: true });
      symlinkSync(victim, join(acme.root, "out/types"));
    },
    "spec/catalog.yaml:",
    "out/types is a symbolic link, and codegen writes through none",
  ],
  [
    "a link in a generated folder",
    (acme, victim) => {
      rmSync(join(acme.root, "out/messages/generated/bundles"), { recursive: true });
      symlinkSync(victim, join(acme.root, "out/messages/generated/bundles"));
    },
    "out/messages/generated/bundles:1:1",
    "is a symbolic link, and codegen writes through none",
  ],
  [
    "a generated file that is a link",
    (acme, victim) => {
      rmSync(join(acme.catalog, "generated/catalog.json"));
      symlinkSync(join(victim, "catalog.json"), join(acme.catalog, "generated/catalog.json"));
    },
    "spec/generated/catalog.json:1:1",
    "is a symbolic link, and codegen writes through none",
  ],
  [
    "a folder outside the project",
    (acme, victim) => acme.edit("catalog.yaml", "../out/types", relative(acme.catalog, victim)),
    "spec/catalog.yaml:",
    "where codegen writes nothing",
  ],
];

test.each(ATTACKS)(
  "generate refuses %s, and touches nothing there",
  async (_, attack, place, reason) => {
    const acme = copyAcme();
    const victim = createVictim();
    mkdirSync(join(acme.root, ".git"));
    await generate(acme);
    attack(acme, victim.folder);
    const before = victim.texts();
    for (const command of ["generate", "check"]) {
      const { status, stderr } = await codegen(acme, command);
      expect(stderr).toContain(place);
      expect(stderr).toContain(reason);
      // Once, and not for each file that would be inside.
      expect(stderr.match(/:\d+:\d+ error /g)).toHaveLength(1);
      expect(status).toBe(1);
    }
    expect(victim.texts()).toEqual(before);
  },
);

test("generate refuses a folder that becomes a link while it writes, and changes nothing", async () => {
  const acme = copyAcme();
  const victim = createVictim();
  const before = victim.texts();
  mkdirSync(join(acme.root, "out"));
  const link = () => symlinkSync(victim.folder, join(acme.root, "out/validator"));
  const { status, output } = await codegenMeanwhile(acme, ["generate"], link);
  expect(output).toContain("out/validator is a symbolic link, and codegen writes through none");
  expect(status).toBe(1);
  expect(victim.texts()).toEqual(before);
  expect(existsSync(join(acme.catalog, "generated/catalog.json"))).toBe(false);
});

test("no command writes through a link beside the catalog", async () => {
  const acme = copyAcme();
  const victim = createVictim();
  await codegen(acme, "record");
  acme.edit("locales/de.json", "Zu viele Anfragen.", "Viel zu viele Anfragen.");
  const before = victim.texts();
  const link = (path: string, to: string) => symlinkSync(to, join(acme.root, path));
  link(".changeset", victim.folder);
  link("acme-errors.de.xlf", join(victim.folder, "new.xlf"));
  mkdirSync(join(acme.root, "shop"));
  link("shop/locales", victim.folder);
  for (const [path, ...args] of [
    [".changeset", "diff", "--changeset", "--catalog", "spec"],
    ["acme-errors.de.xlf", "locale", "export", "de", "--catalog", "spec"],
    ["shop/locales", "init", "--id", "shop-errors", "--catalog", "shop"],
  ] as const)
    expect(await codegenAt(acme.root, ...args)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        `${path} is a symbolic link, and codegen writes through none`,
      ),
    });
  expect(victim.texts()).toEqual(before);
});

test("no command follows a link in place of the catalog's folder", async () => {
  const acme = copyAcme();
  renameSync(acme.catalog, join(acme.root, "elsewhere"));
  symlinkSync(join(acme.root, "elsewhere"), acme.catalog);
  const commands = [["generate"], ["lint"], ["locale", "add", "fr"], ["record"]];
  for (const command of commands) {
    const { status, stderr } = await codegen(acme, ...command);
    expect(stderr).toContain("spec:1:1 error is a symbolic link");
    expect(status).toBe(1);
  }
  expect(existsSync(join(acme.root, "elsewhere/generated"))).toBe(false);
});

test("codegen writes into other folders of the repository, the workspace or the package that the catalog is in", async () => {
  const projects: readonly (readonly [name: string, create: (acme: Workspace) => void])[] = [
    ["repository", ({ root }) => execFileSync("git", ["init", "-q", root])],
    ["worktree", ({ root }) => writeFileSync(join(root, ".git"), "gitdir: elsewhere\n")],
    ["pnpm workspace", ({ root }) => writeFileSync(join(root, "pnpm-workspace.yaml"), "")],
    ["npm workspace", ({ root }) => writeFileSync(join(root, "package.json"), '{"workspaces":[]}')],
    ["package", ({ root }) => writeFileSync(join(root, "package.json"), "{}")],
  ];
  const wrong: unknown[] = [];
  for (const [name, create] of projects) {
    const acme = copyAcme();
    const deep = join(acme.root, "deep/er");
    mkdirSync(deep, { recursive: true });
    renameSync(acme.catalog, join(deep, "spec"));
    create(acme);
    const catalog = join(deep, "spec");
    const manifest = readFileSync(join(catalog, "catalog.yaml"), "utf8");
    writeFileSync(join(catalog, "catalog.yaml"), manifest.replaceAll("../out/", "../../../out/"));
    // A package of the catalog's own is not the project.
    writeFileSync(join(catalog, "package.json"), "{}");
    const { status, stderr } = await codegen({ catalog }, "generate");
    if (status !== 0 || !existsSync(join(acme.root, "out/types/generated")))
      wrong.push([name, stderr]);
  }
  expect(wrong).toEqual([]);
});

test("without any of these the project is the current folder, if the catalog is below it", async () => {
  const acme = copyAcme();
  const folders = ["..", ".", "app", "app/spec"].map((folder) => join(acme.root, folder));
  mkdirSync(join(acme.root, "app"));
  renameSync(acme.catalog, join(acme.root, "app/spec"));
  const manifest = join(acme.root, "app/spec/catalog.yaml");
  const text = readFileSync(manifest, "utf8");
  writeFileSync(manifest, text.replaceAll("../out/", "../../out/"));
  const statuses = [];
  for (const folder of folders)
    statuses.push(
      (await codegenAt(folder, "check", "--catalog", join(acme.root, "app/spec"))).output,
    );
  expect(statuses.map((output) => /is outside the project (\S+),/.exec(output)?.[1])).toEqual([
    undefined,
    undefined,
    join(acme.root, "app"),
    join(acme.root, "app"),
  ]);
});

test("hidden files and what other tools keep among generated files are left alone", async () => {
  const acme = copyAcme();
  await generate(acme);
  const files = [".gitkeep", ".cache/a.json", "node_modules/b/c.js", "__pycache__/d.pyc"];
  for (const file of files) acme.write(`generated/${file}`, "");
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  for (const file of files) expect(existsSync(join(acme.catalog, "generated", file))).toBe(true);
});
