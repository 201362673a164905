import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject, onTestFinished } from "vitest";
import { fetched, versionOf } from "./fetched.js";
import { cell } from "./matrix.js";
import { copyProject, type Project } from "./project.js";

/** The size that an installation may take on a disk. */
const MOST_BYTES = 2_000_000;

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** The settings with which npm knows only the local registry. */
const env = { npm_config_registry: inject("registry"), npm_config_fund: "false" };

let installed: Project | undefined;
afterAll(() => installed?.remove());

/** Returns a project with the command line, which is installed once. */
function installedProject(): Project {
  if (installed === undefined) {
    installed = copyProject(undefined);
    installed.succeed("npm", ["install", `hashkey-errors@${second}`], env);
  }
  return installed;
}

const npm = execFileSync("npm", ["--version"], { encoding: "utf8" }).trim();
const { second } = inject("releases");

/** The rows of the matrix stand together if one file has them all. */
const consumer = "The command line";

cell({ consumer, version: npm, how: "installed by npm: one package, less than 2 MB" }, () => {
  const modules = join(installedProject().folder, "node_modules");
  expect(readdirSync(modules).filter((name) => !name.startsWith("."))).toEqual(["hashkey-errors"]);
  expect(sizeOf(modules)).toBeLessThan(MOST_BYTES);
});

cell({ consumer, version: npm, how: "`npx hashkey-errors` in an empty folder" }, () => {
  const project = copyProject(undefined);
  onTestFinished(project.remove);
  const args = ["-y", `hashkey-errors@${second}`, "explain", "-1007"];
  expect(project.succeed("npx", args, env)).toContain("SERVER_TIMEOUT");
});

for (const name of ["node-20.19", "node-20", "node-22", "node-24", "node-26"])
  cell({ consumer, version: versionOf(name), how: "its commands in Node" }, () => {
    const project = installedProject();
    const program = join(project.folder, "node_modules/hashkey-errors/bin/hashkey-errors.js");
    const run = (...args: readonly string[]) =>
      project.run(fetched(name, "bin/node"), [program, ...args]);
    const printed = (...args: readonly string[]) => {
      const { status, output } = run(...args);
      return status === 0 ? output : `${args.join(" ")} exits with ${status}: ${output}`;
    };
    expect(printed("--version")).toBe(`${second}\n`);
    expect(printed("explain", "-1007", "--locale", "ja")).toMatch(/SERVER_TIMEOUT[\s\S]*[ぁ-ヿ]/);
    // An error of the second release.
    expect(printed("list", "--json")).toContain("SUB_ACCOUNT_NOT_ACTIVE");
    expect(printed("completion", "bash")).toContain("SUB_ACCOUNT_NOT_ACTIVE");
    project.write("orders.ndjson", '{"status":400,"body":{"code":"-1007"}}\n');
    expect(printed("scan", "orders.ndjson")).toContain("SERVER_TIMEOUT");
    // A problem in a scenario shows that its parser was installed, and the mock need not run.
    project.write("scenario.yaml", "replies:\n  POST /x: [nonsense]\n");
    expect(run("mock", "--scenario", "scenario.yaml")).toMatchObject({
      status: 2,
      output: expect.stringContaining('unknown reply "nonsense"'),
    });
  });
