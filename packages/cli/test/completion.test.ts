import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { locales } from "@hashkey-errors/messages";
import { expect, test } from "vitest";
import { errors } from "./catalog.js";
import { environment, run } from "./run.js";

const script = run(["completion", "bash"]).output;

/** Returns what bash offers for the last of some words. */
function complete(...words: readonly string[]): readonly string[] {
  const program = `${script}
    COMP_WORDS=(hashkey-errors "$@") COMP_CWORD=$# COMPREPLY=()
    _hashkey_errors
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", program, "bash", ...words], {
    encoding: "utf8",
    cwd: new URL("..", import.meta.url),
    env: environment(),
  });
  // Where nobody types, bash warns that it completes nothing now.
  expect(stderr.replaceAll(/.*compopt: not currently executing.*\n/g, "")).toBe("");
  return stdout.split("\n").filter((line) => line !== "");
}

/** The words at the beginning of the lines in a part of the help. */
function wordsOfHelp(help: string, part: string): readonly string[] {
  const [, lines = ""] = new RegExp(`^${part}:\\n([\\s\\S]*?)\\n\\n`, "m").exec(help) ?? [];
  return [...lines.matchAll(/^ {2}(?:-\w, )?([\w-]+)/gm)].map(([, word = ""]) => word);
}

test("bash completes every command and option that the help lists", () => {
  const help = run(["--help"]).output;
  const commands = wordsOfHelp(help, "Commands");
  expect([...complete("")].sort()).toEqual([...commands].sort());
  expect([...complete("-")].sort()).toEqual([...wordsOfHelp(help, "Options")].sort());
  expect([...complete("help", "")].sort()).toEqual(
    commands.filter((command) => command !== "help").sort(),
  );
  const wrong = commands
    .filter((command) => command !== "help")
    .flatMap((command) => {
      const listed = wordsOfHelp(run([command, "--help"]).output, "Options");
      const offered = complete(command, "--");
      return [...listed].sort().join() === [...offered].sort().join() ? [] : [[command, offered]];
    });
  expect(wrong).toEqual([]);
  expect(commands).toContain("completion");
});

test("bash completes the value after the equals sign of an option", () => {
  expect(complete("list", "--outcome", "=", "un")).toEqual(["unknown"]);
  expect(complete("list", "--outcome", "=")).toEqual(complete("list", "--outcome", ""));
  expect(complete("explain", "--locale", "=", "j")).toEqual(["ja"]);
});

test("bash completes the name and the code of every error", () => {
  const offered = complete("explain", "");
  const missing = errors.filter(
    ({ name, code }) => !offered.includes(name) || !offered.includes(code),
  );
  expect(missing).toEqual([]);
  expect(complete("explain", "ORDER_DUP")).toEqual(["ORDER_DUPLICATE"]);
  expect(complete("explain", "order-dup")).toEqual(["ORDER_DUPLICATE"]);
  expect(complete("explain", "-1141")).toEqual(["-1141"]);
  expect(complete("explain", "0001", "--locale", "ja", "-10070")).toEqual([]);
});

test("bash completes the values of options, and files", () => {
  expect(complete("explain", "--locale", "")).toEqual([...locales]);
  expect(complete("--no-color", "list", "--outcome", "u")).toEqual(["unknown"]);
  expect(complete("completion", "")).toEqual(["bash", "zsh", "fish"]);
  expect(complete("mock", "--scenario", "READ")).toEqual(["README.md"]);
  expect(complete("mock", "--port", "")).toEqual([]);
  expect(complete("scan", "package")).toEqual(["package.json"]);
});

test("completion without a shell that is known exits with 2", () => {
  expect(run(["completion"])).toMatchObject({ status: 2, output: "" });
  expect(run(["completion", "cmd"])).toMatchObject({ status: 2, output: "" });
});

test("the help of completion shows the commands of the README", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const commands = [...readme.matchAll(/^\| (?:bash|zsh|fish) \| `(.*?)`/gm)].map(
    ([, line]) => line,
  );
  expect(commands).toHaveLength(3);
  const help = run(["completion", "--help"]).output.split("\n");
  expect(help.filter((line) => line.includes("~/")).map((line) => line.trim())).toEqual(commands);
});

test("the examples of every help are whole command lines", () => {
  const helps = ["explain", "list", "scan", "mock", "completion"].map(
    (command) => run([command, "--help"]).output,
  );
  const lines = [run(["--help"]).output, ...helps].flatMap((help) => {
    const [, shown = ""] = /^Examples:\n([\s\S]*?)\n\n/m.exec(help) ?? [];
    return shown.split("\n").filter((line) => !line.startsWith("  # "));
  });
  expect(lines.length).toBeGreaterThan(15);
  const whole = /^ {2}(?:(?:tail|kubectl) .* \| |echo 'source <\()?hashkey-errors |^ {2}curl /;
  expect(lines.filter((line) => !whole.test(line) || line.includes("%s"))).toEqual([]);
});

test("every help says each exit code apart", () => {
  for (const command of ["", "explain", "list", "scan", "mock", "completion"]) {
    const help = run([command, "--help"].filter(Boolean)).output.replaceAll(/\s+/g, " ");
    expect(help).toMatch(/Exit codes: 0 [^;,]+;(?: 1 [^;]+;)? 2 wrong usage[^;]*\.\s*$/);
  }
});
