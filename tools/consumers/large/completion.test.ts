import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../../../packages/cli/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "completion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a shell, and returns what it prints. */
function runShell(shell: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(shell, args, { cwd: cli, encoding: "utf8" });
  if (error !== undefined)
    throw new Error(`${shell} is missing (Debian: apt-get install ${shell})`, { cause: error });
  expect(stderr).toBe("");
  return stdout;
}

/** Writes the script that completes words in a shell, and returns its path. */
function writeScript(shell: string): string {
  const { stdout } = spawnSync(
    process.execPath,
    [join(cli, "bin/hashkey-errors.js"), "completion", shell],
    { encoding: "utf8" },
  );
  const file = join(folder, `script.${shell}`);
  writeFileSync(file, stdout);
  return file;
}

/** Returns what fish offers for a line, without the meanings. */
function completeInFish(line: string): readonly string[] {
  const command = `source ${writeScript("fish")}; complete -C '${line}'`;
  const offered = runShell("fish", ["--no-config", "-c", command]).trimEnd().split("\n");
  return offered.map((each) => each.replace(/\t.*/, ""));
}

/** Returns what zsh offers when somebody types a line and the tab key. */
function completeInZsh(line: string): readonly string[] {
  const offered = join(folder, "offered");
  rmSync(offered, { force: true });
  const setup = [
    "PROMPT='ready> '; autoload -U compinit",
    `compinit -u -d ${join(folder, "zcompdump")}; source ${writeScript("zsh")}`,
    `compadd() { local -a found; builtin compadd -O found "$@"; print -rl -- $found >> ${offered}; builtin compadd "$@" }`,
    "print DO''NE",
  ].join("; ");
  const harness = `
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell ${JSON.stringify(setup).replaceAll("$", "\\$")}
    zpty -r -m shell ready '*DONE*'
    zpty -w -n shell '${line}'$'\\t'
    for n in {1..100}; do [ -s ${offered} ] && break; sleep 0.1; done
    sleep 0.3
    zpty -d shell`;
  runShell("zsh", ["-f", "-c", harness]);
  return [...new Set(readFileSync(offered, "utf8").trim().split("\n"))].sort();
}

test.each([
  ["zsh", completeInZsh],
  ["fish", completeInFish],
])("%s completes commands, options, names, codes and files", (_, complete) => {
  expect(complete("hashkey-errors ex")).toEqual(["explain"]);
  expect(complete("hashkey-errors list --cat")).toEqual(["--category"]);
  expect(complete("hashkey-errors list --outcome ")).toEqual(
    expect.arrayContaining(["applied", "rejected", "unknown"]),
  );
  const [value] = complete("hashkey-errors list --outcome=un");
  expect(value?.replace("--outcome=", "")).toBe("unknown");
  expect(complete("hashkey-errors explain ORDER_DUP")).toEqual(["ORDER_DUPLICATE"]);
  expect(complete("hashkey-errors explain order_dup")).toEqual(["ORDER_DUPLICATE"]);
  expect(complete("hashkey-errors explain -1141")).toEqual(["-1141"]);
  expect([...complete("hashkey-errors explain --locale zh-H")].sort()).toEqual([
    "zh-Hans",
    "zh-Hant-HK",
  ]);
  expect(complete("hashkey-errors scan package.js")).toEqual(["package.json"]);
  expect([...complete("hashkey-errors completion ")].sort()).toEqual(["bash", "fish", "zsh"]);
});
