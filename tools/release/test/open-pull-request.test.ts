import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Commands, fakeCommands } from "./commands.js";

const BRANCH = "changeset-release/main";

/** A clone of a repository on this disk, with a bump that was prepared in it. */
interface Clone {
  readonly commands: Commands;
  git(...args: string[]): string;
  /** Changes a file, and prepares the change as the bump. */
  prepare(file: string, text: string): string;
}

function clone(list: string): Clone {
  const commands = fakeCommands({ gh: `case "$2" in list) ${list};; esac` });
  const { folder, write, seal } = commands;
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  write(".gitignore", "prepared\nbin\ncalls.log\nremote.git\n");
  write("packages/types/package.json", '{"version":"1.0.0"}\n');
  write(".changeset/brave.md", "brave\n");
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=Start");
  git("clone", "--quiet", "--bare", ".", "remote.git");
  git("remote", "add", "origin", join(folder, "remote.git"));
  return {
    commands,
    git,
    prepare(file, text) {
      write(file, text);
      git("add", "--intent-to-add", ".");
      write("prepared/bump.patch", git("diff", "HEAD", "--binary", "--no-renames"));
      write("prepared/pull-request.md", "A text.\n");
      git("reset", "--quiet", "--hard");
      git("clean", "--quiet", "--force", "-d");
      return seal();
    },
  };
}

test("open-pull-request pushes the bump to its branch, and opens the pull request", () => {
  const { commands, git, prepare } = clone("true");
  rmSync(join(commands.folder, ".changeset/brave.md"));
  commands.write("schemas/released.json", "{}\n");
  const checksum = prepare("packages/types/package.json", '{"version":"1.1.0"}\n');
  const ended = commands.run("open-pull-request.js", "prepared", "--checksum", checksum);
  expect(ended).toMatchObject({ status: 0 });
  const pushed = git("--git-dir=remote.git", "show", BRANCH, "--format=%an: %s", "--unified=0");
  expect(pushed).toContain("github-actions[bot]: Bump the versions");
  for (const line of ['+{"version":"1.1.0"}', "+{}", "-brave"]) expect(pushed).toContain(line);
  expect(git("--git-dir=remote.git", "log", "--format=%s", "main")).toBe("Start\n");
  expect(commands.calls()).toEqual([
    `gh pr list --head ${BRANCH} --base main --state open --json number --jq .[].number`,
    `gh pr create --head ${BRANCH} --base main --title Release --body-file prepared/pull-request.md`,
  ]);
});

test("open-pull-request of an older major has a branch of its own, and is merged into its line", () => {
  const { commands, git, prepare } = clone("true");
  const checksum = prepare("packages/types/package.json", '{"version":"1.1.0"}\n');
  const args = ["prepared", "--checksum", checksum, "--base", "1.x"];
  expect(commands.run("open-pull-request.js", ...args)).toMatchObject({ status: 0 });
  expect(git("--git-dir=remote.git", "show", "changeset-release/1.x")).toContain('"1.1.0"');
  expect(git("--git-dir=remote.git", "branch", "--list", BRANCH)).toBe("");
  const heads = "--head changeset-release/1.x --base 1.x";
  expect(commands.calls()).toEqual([
    `gh pr list ${heads} --state open --json number --jq .[].number`,
    `gh pr create ${heads} --title Release --body-file prepared/pull-request.md`,
  ]);
});

test("open-pull-request updates the pull request that is open", () => {
  const { commands, git, prepare } = clone("echo 7");
  git("push", "--quiet", "origin", `HEAD:refs/heads/${BRANCH}`);
  prepare("packages/types/CHANGELOG.md", "# types\n\n## 1.1.0\n");
  expect(commands.run("open-pull-request.js")).toMatchObject({ status: 0 });
  expect(git("--git-dir=remote.git", "show", BRANCH)).toContain("+## 1.1.0");
  expect(commands.calls().at(-1)).toBe(
    "gh pr edit 7 --title Release --body-file prepared/pull-request.md",
  );
});

test("open-pull-request refuses a bump that changes anything else, and names each file", () => {
  const files = [
    ".github/workflows/release.yml",
    ".npmrc",
    "a/b/c/package.json",
    "package.json",
    "packages/types/package.json5",
    "packages/types/src/index.ts",
    "tools/release/publish.js",
  ];
  const { commands, git, prepare } = clone("true");
  for (const file of files) commands.write(file, "planted\n");
  prepare("packages/types/package.json", '{"version":"1.1.0"}\n');
  expect(commands.run("open-pull-request.js")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`a bump does not change ${files.join(", ")}\n`),
  });
  expect(git("--git-dir=remote.git", "branch", "--list", BRANCH)).toBe("");
  expect(commands.calls()).toEqual([]);
});

test("open-pull-request refuses a patch that differs from what was prepared", () => {
  const { commands, prepare } = clone("true");
  const checksum = prepare("packages/types/package.json", '{"version":"1.1.0"}\n');
  const patch = readFileSync(join(commands.folder, "prepared/bump.patch"), "utf8");
  commands.write("prepared/bump.patch", patch.replace("1.1.0", "9.0.0"));
  expect(commands.run("open-pull-request.js", "prepared", "--checksum", checksum)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("bump.patch is missing, or differs"),
  });
  expect(existsSync(join(commands.folder, "remote.git/refs/heads/changeset-release"))).toBe(false);
});
