import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

interface Task {
  readonly taskId: string;
  readonly directory: string;
  readonly inputs: Readonly<Record<string, string>>;
}

const turbo = join(root, "node_modules/turbo/bin/turbo");
const { stdout } = spawnSync(process.execPath, [turbo, "run", "build", "test", "--dry=json"], {
  cwd: root,
  encoding: "utf8",
});
const { tasks }: { tasks: readonly Task[] } = JSON.parse(stdout);

/** Returns the files on which the result of a task depends, relative to the repository. */
function inputsOf(id: string): readonly string[] {
  const { directory, inputs } = tasks.find(({ taskId }) => taskId === id) as Task;
  return Object.keys(inputs).map((path) => relative(root, join(root, directory, path)));
}

test("codegen is built again after a change of any file that its build copies", () => {
  const runtime = join(root, "tools/codegen/dist/runtime");
  const copied = readdirSync(runtime, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join("packages", file.replace(/^\w+/, "$&/src")));
  expect(copied.length).toBeGreaterThan(50);
  const inputs = new Set(inputsOf("@hashkey-errors/codegen#build"));
  expect(copied.filter((file) => !inputs.has(file))).toEqual([]);
});

test.each([
  ["hashkey-errors#build", "packages/cli/bundle.js"],
  ["hashkey-errors#test", "packages/cli/README.md"],
  ["hashkey-errors#test", "packages/cli/ARCHITECTURE.md"],
  ["hashkey-errors#test", "packages/cli/bin/hashkey-errors.js"],
  ["@hashkey-errors/validator#test", "packages/validator/README.md"],
  ["@hashkey-errors/schemas#test", "README.md"],
  ["@hashkey-errors/codegen#test", "docs/catalog.md"],
  ["@hashkey-errors/codegen#test", "docs/teams.md"],
  ["@hashkey-errors/bench#test", "README.md"],
  ["@hashkey-errors/bench#test", "packages/validator/README.md"],
  ["@hashkey-errors/bench#test", "tools/bench/RESULTS.md"],
  ["@hashkey-errors/bench#test", "tools/codegen/README.md"],
  ["@hashkey-errors/release#test", ".pnpmfile.mjs"],
])("%s runs again after a change of %s", (id, file) => {
  expect(inputsOf(id)).toContain(file);
});
