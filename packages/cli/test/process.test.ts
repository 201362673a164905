import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bin, environment, run, runProcess } from "./run.js";

// Most tests run commands in a thread; these start the program as a user does.

/**
 * Runs a line of bash in the folder of captures, in which `"$0" "$1"` is the program. Where no other
 * shell has started it, bash reads `.bashrc` unless it is told not to.
 */
function runInShell(line: string) {
  return spawnSync("bash", ["--norc", "-c", line, process.execPath, bin], {
    encoding: "utf8",
    cwd: new URL("captures", import.meta.url),
    env: environment(),
  });
}

const TIMEOUT = '{"code":"-1007","msg":"Timeout waiting for response from server"}\n';

test.each<[status: number, command: string, input: string]>([
  [0, "explain -1007", ""],
  [0, "explain -", TIMEOUT],
  [0, "scan - --json", TIMEOUT],
  [1, "explain zebra", ""],
  [1, "scan - --fail-on error", TIMEOUT],
  [2, "explain", ""],
  [2, "scan nothing", ""],
])(
  "the process ends with %i after %s, and prints what the command prints",
  (status, command, input) => {
    const args = command.split(" ");
    const ran = runProcess(args, { input });
    expect(ran.status).toBe(status);
    expect(ran).toEqual(run(args, { input }));
  },
);

test("--version prints the version of the package", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(runProcess(["--version"])).toEqual({ status: 0, output: `${version}\n`, errors: "" });
});

test.each(["", "explain", "list", "scan", "mock", "completion"])(
  "the help of %j fits 80 columns",
  (command) => {
    const lines = run([command, "--help"].filter((arg) => arg !== "")).output.split("\n");
    // A command line is whole, so that it can be copied.
    const prose = lines.filter(
      (line) => !line.startsWith("  hashkey-errors ") && !line.includes("|"),
    );
    expect(prose.filter((line) => line.length > 80)).toEqual([]);
  },
);

test("a reader that closes the pipe ends the program without an error", () => {
  const { status, stderr } = runInShell(`"$0" "$1" list | true; exit "$\{PIPESTATUS[0]}"`);
  expect([status, stderr]).toEqual([0, ""]);
});

test("a reader that closes the pipe does not change the exit code", () => {
  const statusOf = (pipe: string) => runInShell(`${pipe} | true; exit "$\{PIPESTATUS[0]}"`).status;
  expect(statusOf('"$0" "$1" scan orders.ndjson --fail-on unknown')).toBe(1);
  expect(statusOf('"$0" "$1" scan orders.ndjson --fail-on unknown 2>&1')).toBe(1);
  expect(statusOf('"$0" "$1" explain nothing')).toBe(1);
  expect(statusOf('"$0" "$1" scan missing 2>&1')).toBe(2);
  expect(statusOf('"$0" "$1" explain --unknown 2>&1')).toBe(2);
});

test.each(["explain -1007", "--version"])(
  "an output of %s that a full disk has no room for ends the program with 2, and says why",
  (args) => {
    const { status, stderr } = runInShell(`"$0" "$1" ${args} >/dev/full`);
    const why = "ENOSPC: no space left on device, write";
    expect([status, stderr]).toEqual([2, `error: the output cannot be written: ${why}\n`]);
  },
);

test("colors are printed where they are asked for, unless --no-color forbids them", () => {
  const isColored = (...options: readonly string[]) =>
    runProcess([...options, "explain", "-1007"], {
      env: { NO_COLOR: "", FORCE_COLOR: "1" },
    }).output.includes("\u001b[");
  expect([isColored(), isColored("--no-color")]).toEqual([true, false]);
});
