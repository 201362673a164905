import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, codegenAt, codegenProcess } from "../run.js";
import { bin, withoutColors } from "../start.js";

const COMMANDS = [
  ["check"],
  ["diff"],
  ["generate"],
  ["import"],
  ["init"],
  ["lint"],
  ["locale", "add"],
  ["locale", "export"],
  ["locale", "import"],
  ["record"],
  ["watch"],
];

test("codegen --help lists every command, and exits with 0", async () => {
  const { status, stdout } = await codegenAt(process.cwd(), "--help");
  expect(status).toBe(0);
  const missing = COMMANDS.filter(([name]) => !new RegExp(`^  ${name}\\b`, "m").test(stdout));
  expect(missing).toEqual([]);
});

test("every command has a help text with --catalog", async () => {
  const wrong: string[] = [];
  for (const command of COMMANDS) {
    const { status, stdout } = await codegenAt(process.cwd(), ...command, "--help");
    const hasUsage = stdout.startsWith(`Usage: codegen ${command.join(" ")} [options]`);
    const hasCatalog = / --catalog <folder> +the catalog's folder \(default: "schemas"\)/.test(
      stdout,
    );
    if (status !== 0 || !hasUsage || !hasCatalog) wrong.push(command.join(" "));
  }
  expect(wrong).toEqual([]);
});

test("the examples in the help texts use only options that the command has, and quote brackets", async () => {
  const wrong: string[] = [];
  for (const command of COMMANDS) {
    const { stdout } = await codegenAt(process.cwd(), ...command, "--help");
    const [options = "", examples = ""] = stdout.split("\nExamples:\n");
    for (const example of examples.split("\n").filter((line) => line.trim() !== "")) {
      const isOwn = example.startsWith(`  codegen ${command.join(" ")}`);
      const used = example.match(/--[\w-]+/g) ?? [];
      // Unquoted, zsh takes errors[] for a pattern of file names, and runs nothing.
      const hasBrackets = /[[\]]/.test(example.replaceAll(/"[^"]*"|'[^']*'/g, ""));
      if (!isOwn || hasBrackets || used.some((option) => !options.includes(`${option} `)))
        wrong.push(example);
    }
  }
  expect(wrong).toEqual([]);
});

test("codegen --version prints the version of the package", async () => {
  const file = fileURLToPath(new URL("../../package.json", import.meta.url));
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  expect(await codegenAt(process.cwd(), "--version")).toMatchObject({
    status: 0,
    stdout: `${version}\n`,
  });
});

test("an output that a full disk has no room for is an error, and codegen says why", () => {
  const acme = copyAcme();
  const line = '"$0" "$1" lint --format json --catalog "$2" >/dev/full';
  const { status, stderr } = spawnSync("sh", ["-c", line, process.execPath, bin, acme.catalog], {
    cwd: acme.root,
    encoding: "utf8",
    env: withoutColors(),
  });
  expect(stderr.split("\n")).toContain(
    "the output cannot be written: ENOSPC: no space left on device, write.",
  );
  expect(status).toBe(1);
});

test("a current folder that was removed is named as the reason", () => {
  const { root } = copyAcme();
  const line = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" lint --catalog ../spec';
  const { status, stderr } = spawnSync("sh", ["-c", line, process.execPath, bin], {
    cwd: root,
    encoding: "utf8",
    env: withoutColors(),
  });
  expect(stderr).toBe("the current folder does not exist any more. Change to another one.\n");
  expect(status).toBe(1);
});

test("a reader that closes the pipe does not change the exit code", () => {
  const pipe = `"$0" "$1" --help | true; exit "$\{PIPESTATUS[0]}"`;
  const { status, stderr } = spawnSync("bash", ["--norc", "-c", pipe, process.execPath, bin], {
    encoding: "utf8",
    // Bash warns of a locale that the system lacks.
    env: { ...process.env, LC_ALL: "C" },
  });
  expect([status, stderr]).toEqual([0, ""]);
});

test("every command in the help is in the file of its name", async () => {
  const missing: string[] = [];
  for (const [group, folder] of [
    [[], "commands"],
    [["locale"], "commands/locale"],
  ] as const) {
    const { stdout } = await codegenAt(process.cwd(), ...group, "--help");
    const names = [...stdout.matchAll(/^ {2}(?!help)[a-z][a-z-]+/gm)].map(([name]) => name.trim());
    const files = names.map((name) => `../../dist/${folder}/${name}.js`);
    expect(files.length).toBeGreaterThan(1);
    missing.push(...files.filter((file) => !existsSync(new URL(file, import.meta.url))));
  }
  expect(missing).toEqual([]);
});

/**
 * The file names of the libraries in CommonJS that a process has loaded when it has run these
 * commands. Their catalog has no schema of the bodies of its own.
 */
function loadedBy(...commands: readonly (readonly string[])[]): string {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "wire.schema.json"));
  const lines = commands.map((args) =>
    args.includes("--help") ? args : [...args, "--catalog", acme.catalog],
  );
  const cli = new URL("../../dist/cli.js", import.meta.url).href;
  const script = `
    import { createRequire } from "node:module";
    import { main } from ${JSON.stringify(cli)};
    for (const line of ${JSON.stringify(lines)}) await main(line);
    console.error(Object.keys(createRequire(${JSON.stringify(cli)}).cache).join("\\n"));
  `;
  const options = ["--input-type=module", "--eval", script];
  return spawnSync(process.execPath, options, { encoding: "utf8" }).stderr;
}

test("a help loads no library of a command, a command none of another, and only one that generates a compiler of schemas", () => {
  const libraries = ["commander", "yaml", "semver", "ajv/dist/compile"];
  const loads = [
    [["--help"], ["diff", "--help"]],
    // lint makes every output, of which one is compiled from the schema of the bodies.
    [["lint"]],
    [["diff"], ["next-code"], ["codeowners"]],
  ].map((commands) => {
    const files = loadedBy(...commands);
    return libraries.filter((name) => files.includes(`/node_modules/${name}/`));
  });
  expect(loads).toEqual([
    ["commander"],
    ["commander", "ajv/dist/compile"],
    ["commander", "yaml", "semver"],
  ]);
});

test("wrong usage exits with 2 and says what is wrong", async () => {
  const acme = copyAcme();
  for (const [args, problem] of [
    [["make"], "unknown command 'make'"],
    [["generate", "--loud"], "unknown option '--loud'"],
    [["generate", "--format", "xml"], "Allowed choices are text, json, github."],
    [["generate", "now"], "too many arguments for 'generate'"],
    [["import"], "missing required argument 'document'"],
    [["locale", "export", "nl"], "the catalog has no locale nl"],
  ] as const)
    expect(await codegen(acme, ...args)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(problem),
    });
});

test("the process exits with the code of the command", () => {
  const acme = copyAcme();
  expect(codegenProcess(acme, "lint")).toMatchObject({ status: 0 });
  expect(codegenProcess(acme, "lint", "--release")).toMatchObject({ status: 1 });
  expect(codegenProcess(acme, "lint", "--loud")).toMatchObject({ status: 2 });
});

test("a bug is printed with its stack, the versions, and a request to report it", () => {
  const acme = copyAcme();
  // A runtime without Intl.DisplayNames stands for a bug.
  const broken = "data:text/javascript,Intl.DisplayNames=undefined";
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", broken, bin, "locale", "add", "nl", "--catalog", acme.catalog],
    { encoding: "utf8", env: withoutColors() },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^TypeError: .*\n {4}at /);
  expect(stderr).toContain("This is a bug in codegen. Please report it");
  expect(stderr).toMatch(
    new RegExp(
      `^codegen \\d+\\.\\d+\\.\\d+\\S*, Node ${process.version}, ${process.platform} ${process.arch}$`,
      "m",
    ),
  );
});
