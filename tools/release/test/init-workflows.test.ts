import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { actionlint } from "./actionlint.js";
import { workflowFaults } from "./workflow-faults.js";

const bin = fileURLToPath(new URL("../../codegen/bin/codegen.js", import.meta.url));

/** The workflows that `codegen init --ci github` writes for a project with these files. */
function writtenFor(
  files: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "workflows-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, ".git"));
  mkdirSync(join(root, folder), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  const { status, stderr } = spawnSync(
    process.execPath,
    [bin, "init", "--ci", "github", "--documentation", DOCUMENTATION, ...args],
    { cwd: join(root, folder), encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const workflows = join(root, ".github/workflows");
  return readdirSync(workflows)
    .sort()
    .map((file) => readFileSync(join(workflows, file), "utf8"));
}

const DOCUMENTATION = "https://docs.acme.example/api/errors.md?version=2";

test.each<[project: string, files: Readonly<Record<string, string>>, folder: string]>([
  ["npm", { "package-lock.json": "{}" }, "."],
  ["pnpm", { "pnpm-lock.yaml": "", "package.json": '{ "packageManager": "pnpm@12.21.0" }' }, "."],
  ["Yarn", { "yarn.lock": "" }, "."],
  ["a part of a repository", { "package-lock.json": "{}" }, "apps/my #shop"],
])(
  "the workflows that init writes for %s have no fault, and no right that they do not need",
  async (_, files, folder) => {
    const [gate = "", watch = "", ...others] = writtenFor(files, folder);
    expect(others).toEqual([]);
    expect([...(await actionlint(gate)), ...(await actionlint(watch))]).toEqual([]);
    expect(gate).toContain("\npermissions:\n  contents: read\n");
    // The jobs that may write, to comments and issues, run GitHub's own command line alone.
    expect(workflowFaults(gate)).toEqual([
      expect.stringMatching(/^comment: more than a script of a release runs: mark=.*\nbody=/),
    ]);
    expect(workflowFaults(watch)).toEqual([
      expect.stringMatching(
        /^issue: more than a script of a release runs: number=\$\(gh issue list/,
      ),
    ]);
  },
);
