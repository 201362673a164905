import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { git } from "../git.js";
import { codegenAt } from "../run.js";
import { createProject } from "./project.js";
import { createRepository, GATE, stepsIn } from "./workflow-repository.js";

const DOCUMENTATION = "https://docs.acme.example/api/errors.md?version=2";

test.each<[manager: string, file: string, install: string]>([
  ["npm", "package-lock.json", "npm ci --ignore-scripts"],
  ["pnpm", "pnpm-lock.yaml", "npx -y pnpm@12.21.0 install --frozen-lockfile --ignore-scripts"],
  ["yarn", "yarn.lock", "corepack enable && yarn install --immutable --mode=skip-build"],
])("the workflow installs with %s", async (_, file, install) => {
  const project = createProject({
    "package.json": '{ "packageManager": "pnpm@12.21.0" }',
    [file]: "",
  });
  await project.codegen("init", "--ci", "github");
  const text = project.read(GATE);
  expect(text).toContain(`- run: ${install}\n`);
});

test("a catalog in a part of a repository has its workflow at the top, which runs in that part", async () => {
  const project = createProject({ "apps/shop/package.json": "{}" });
  git(project, "init", "--quiet");
  const shop = { ...project, root: join(project.root, "apps/shop") };
  await codegenAt(shop.root, "init", "--catalog", "my #errors", "--ci", "github");
  const text = project.read(GATE);
  expect(text).toContain('defaults: { run: { working-directory: "apps/shop" } }');
  expect(stepsIn(project, GATE, "gate")[0]?.run).toBe(
    "npx --no -- codegen lint --format github --catalog 'my #errors'",
  );
  expect(text).toContain("git cat-file -e 'HEAD^1:apps/shop/my #errors/catalog.yaml';");
});

test("a catalog in a part of a repository is installed with the lockfile at the top", async () => {
  const project = createProject({
    "package.json": '{ "packageManager":"pnpm@12.21.0" }',
    "pnpm-lock.yaml": "",
    "apps/shop/package.json": "{}",
  });
  git(project, "init", "--quiet");
  await codegenAt(join(project.root, "apps/shop"), "init", "--ci", "github");
  expect(project.read(GATE)).toContain("run: npx -y pnpm@12.21.0 install --frozen-lockfile");
});

test.each([
  ["https://docs.acme.example/api/errors.md?version=2", "errors.md"],
  ["https://docs.acme.example/api/errors/", "errors.html"],
])("the documentation at %s is read as its name says", async (address, file) => {
  const project = createProject({ "package.json": "{}" });
  await project.codegen("init", "--ci", "github", "--documentation", address);
  const [imported] = stepsIn(project, ".github/workflows/error-documentation.yml", "import")
    .map(({ run = "" }) => /codegen import "\$RUNNER_TEMP"\/(\S+)/.exec(run)?.[1])
    .filter((name) => name !== undefined);
  expect(imported).toBe(file);
});

test("init --ci github says that the workflow needs codegen, unless the project has it", async () => {
  const step = "npm install --save-dev @hashkey-errors/codegen";
  const without = createProject({ "package.json": "{}" });
  expect((await without.codegen("init", "--ci", "github")).stdout).toContain(step);
  const dependencies = { devDependencies: { "@hashkey-errors/codegen": "1.0.0" } };
  const having = createProject({ "package.json": JSON.stringify(dependencies) });
  expect((await having.codegen("init", "--ci", "github")).stdout).not.toContain(step);
});

test("init --ci github says that the workflow compares changesets, unless the project has them", async () => {
  const step = "npx @changesets/cli init";
  const without = createProject({ "package.json": "{}" });
  expect((await without.codegen("init", "--ci", "github")).stdout).toContain(step);
  const having = createProject({ "package.json": "{}", ".changeset/config.json": "{}" });
  expect((await having.codegen("init", "--ci", "github")).stdout).not.toContain(step);
});

test("init --ci github writes the rest of the workflows after it was interrupted, and nothing beside an edited one", async () => {
  const project = createProject({ "package.json": "{}" });
  const init = ["init", "--ci", "github", "--documentation", DOCUMENTATION];
  expect(await project.codegen(...init)).toMatchObject({ status: 0 });
  const paths = [GATE, ".github/workflows/error-documentation.yml"];
  const read = () => paths.map((path) => readFileSync(join(project.root, path), "utf8"));
  const whole = read();
  for (const path of paths) {
    rmSync(join(project.root, path));
    expect(await project.codegen(...init)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`wrote ${path}`),
    });
    expect(read()).toEqual(whole);
  }
  rmSync(join(project.root, GATE));
  writeFileSync(join(project.root, paths[1] ?? ""), "on: push\n");
  expect(await project.codegen(...init)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${paths[1]} exists already; nothing was written`),
  });
  expect(existsSync(join(project.root, GATE))).toBe(false);
});

test("init --ci github replaces no workflow, and refuses an address that is not a page", async () => {
  const project = await createRepository();
  expect(await project.codegen("init", "--ci", "github")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${GATE} exists already; nothing was written`),
  });
  rmSync(join(project.root, GATE));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub
  for (const address of ["http://acme.example", "errors.html", "https://acme.example/${{ x }}"])
    expect(
      await project.codegen("init", "--ci", "github", "--documentation", address),
    ).toMatchObject({ status: 2 });
  expect(await project.codegen("init", "--documentation", DOCUMENTATION)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("--documentation needs --ci github"),
  });
  expect(existsSync(join(project.root, GATE))).toBe(false);
});

test.each(["a:", "a: b", "my #errors", "a'b", 'a"b', "$(id)", "`id`", "a\\\\b"])(
  "the folder %j is one word of the shell in a workflow, and the workflow is YAML",
  async (folder) => {
    const project = createProject({ "package.json": "{}" });
    git(project, "init", "--quiet");
    await project.codegen("init", "--catalog", folder, "--ci", "github");
    const lint = stepsIn(project, GATE, "gate")[0]?.run ?? "";
    const words = lint.replace("npx --no -- codegen", "printf '%s\\n'");
    expect(execFileSync("sh", ["-c", words], { encoding: "utf8" })).toBe(
      `lint\n--format\ngithub\n--catalog\n${folder}\n`,
    );
  },
);

// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub
test.each(["${{ github.token }}", "a\n: b", "a\u2028b", "a\u202eb"])(
  "init --ci github refuses the folder %j, which would be code in a workflow",
  async (folder) => {
    const project = createProject({ "package.json": "{}" });
    const run = await project.codegen("init", "--catalog", folder, "--ci", "github");
    expect(run).toMatchObject({ status: 2 });
    expect(existsSync(join(project.root, GATE))).toBe(false);
  },
);
