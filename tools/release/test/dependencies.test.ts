import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import {
  optionalPackages,
  packagesWithInstallScripts,
  productionDependencies,
  unverifiedPackages,
} from "./dependencies.js";
import { unknownCells, withTables } from "./dependency-table.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const PAGE = "docs/dependencies.md";

/** Licenses that allow to ship and to bundle the code under MIT, with their notice. */
const ALLOWED = new Set([
  "MIT",
  "0BSD",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "MIT AND Apache-2.0",
  "(MIT OR CC0-1.0)",
  "Python-2.0",
  "PSF-2.0",
]);

const dependencies = productionDependencies();
const tables = withTables(read(PAGE), dependencies);
// Reasons and dates are written by hand: a new row has a question mark for them.
if (process.env.CI !== "true") writeFileSync(join(root, PAGE), tables);

test("docs/dependencies.md lists every production dependency, with its version and license", () => {
  expect(dependencies.length).toBeGreaterThan(80);
  expect(read(PAGE)).toBe(tables);
  expect(unknownCells(tables)).toEqual([]);
});

test("a dependency that is missing, surplus, or of another version changes the page", () => {
  const page = read(PAGE);
  const planted = [
    dependencies.slice(1),
    [...dependencies, { ...dependencies[0], name: "left-pad" }],
    dependencies.map((each, index) => (index === 3 ? { ...each, version: "0.0.1" } : each)),
    dependencies.map((each, index) => (index === 3 ? { ...each, license: "GPL-3.0" } : each)),
  ].map((list) => withTables(page, list as typeof dependencies));
  expect(planted.filter((each) => each === page)).toEqual([]);
  expect(planted.map((each) => unknownCells(each).length)).toEqual([0, 1, 1, 0]);
});

test("every production dependency has a license that is allowed", () => {
  const licenses = dependencies.map(({ name, license }) => [name, license] as const);
  expect(licenses.filter(([, license]) => license !== undefined && !ALLOWED.has(license))).toEqual(
    [],
  );
});

// pnpm leaves out what the registry does not have: other systems would never get it, and Yarn then
// installs nothing.
test("the lockfile has what each production dependency brings for any system", () => {
  const optional = optionalPackages(dependencies);
  expect(optional.length).toBeGreaterThan(10);
  const listed = dependencies.map(({ name }) => name);
  expect(optional.filter((name) => !listed.includes(name))).toEqual([]);
});

test("only codegen and the command line have dependencies of others", () => {
  expect([...new Set(dependencies.flatMap(({ usedBy }) => usedBy))].sort()).toEqual([
    "@hashkey-errors/codegen",
    "hashkey-errors",
  ]);
});

test("no production dependency has an install script, and no script of any other runs", () => {
  const { allowBuilds } = parse(read("pnpm-workspace.yaml"));
  expect(packagesWithInstallScripts()).toEqual(Object.keys(allowBuilds));
  expect(Object.entries(allowBuilds).filter(([, allowed]) => allowed !== false)).toEqual([]);
  const names = dependencies.map(({ name }) => name);
  expect(names.filter((name) => name in allowBuilds)).toEqual([]);
});

test("every package of the lockfile comes from the registry, with a checksum", () => {
  expect(unverifiedPackages()).toEqual([]);
});

test("pnpm runs no install script that is not listed, and the installation fails", () => {
  expect(installPlanted({})).toEqual({ failed: true, ran: false });
  // The script does run where it is listed.
  expect(installPlanted({ "planted@file:planted.tgz": true })).toEqual({
    failed: false,
    ran: true,
  });
});

/** Installs a package with an install script, with the settings of this repository and more. */
function installPlanted(allowed: object): { readonly failed: boolean; readonly ran: boolean } {
  const folder = mkdtempSync(join(tmpdir(), "install-script-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // JSON is valid YAML.
  const write = (file: string, value: object) =>
    writeFileSync(join(folder, file), JSON.stringify(value));
  mkdirSync(join(folder, "package"));
  const scripts = { postinstall: `echo ran >'${join(folder, "ran")}'` };
  write("package/package.json", { name: "planted", version: "1.0.0", scripts });
  spawnSync("tar", ["-czf", "planted.tgz", "package"], { cwd: folder });
  write("package.json", {
    name: "a",
    private: true,
    dependencies: { planted: "file:planted.tgz" },
  });
  const { packages: _, allowBuilds, ...settings } = parse(read("pnpm-workspace.yaml"));
  write("pnpm-workspace.yaml", { ...settings, allowBuilds: { ...allowBuilds, ...allowed } });
  const [command = "", ...args] = pnpmCommand();
  const { status, stdout, stderr } = spawnSync(command, [...args, "install"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CI: "true" },
  });
  const failed = status !== 0;
  if (failed) expect(stdout + stderr).toContain("ERR_PNPM_IGNORED_BUILDS");
  return { failed, ran: existsSync(join(folder, "ran")) };
}

/** The pnpm that runs this test, if it is that of this repository: npx takes half a second. */
function pnpmCommand(): readonly string[] {
  const { packageManager } = JSON.parse(read("package.json"));
  const { npm_execpath: running, npm_config_user_agent: agent = "" } = process.env;
  const isOurs = agent.startsWith(`${packageManager.replace("@", "/")} `);
  return running !== undefined && isOurs ? [running] : ["npx", "-y", packageManager];
}
