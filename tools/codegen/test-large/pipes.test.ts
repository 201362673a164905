import { spawnSync } from "node:child_process";
import { lstatSync, lutimesSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../test/acme.js";
import { generate } from "../test/run.js";
import { bin, withoutColors } from "../test/start.js";

/** Runs a command that would wait forever if it read a pipe. */
function runUnlessStuck({ root, catalog }: Workspace, ...args: string[]) {
  const own = args.includes("--catalog") ? args : [...args, "--catalog", catalog];
  const { signal, stdout, stderr } = spawnSync(process.execPath, [bin, ...own], {
    encoding: "utf8",
    cwd: root,
    env: withoutColors(),
    timeout: 60_000,
    killSignal: "SIGKILL",
  });
  return { isStuck: signal === "SIGKILL", output: stdout + stderr };
}

/** Makes a pipe that nobody writes to. */
function makePipe(path: string): string {
  expect(spawnSync("mkfifo", [path]).status).toBe(0);
  return path;
}

/** Files of a project that commands read where they are there. */
const FILES = [
  "spec/generated/files.txt",
  "spec/generated/catalog.schema.json",
  "spec/generated/errors.csv",
  "package.json",
  "spec/package.json",
  "spec/released.json",
  ".gitattributes",
];

test("no command reads a link to a pipe or a device in place of a file of the project", async () => {
  const acme = copyAcme();
  await generate(acme);
  const pipe = makePipe(join(acme.root, "pipe"));
  for (const file of FILES) {
    rmSync(join(acme.root, file), { force: true });
    symlinkSync(pipe, join(acme.root, file));
  }
  const other = ["--id", "other", "--catalog", join(acme.root, "other")];
  const wrong = ["lint", "check", "generate", "record", "diff", "init"].flatMap((command) => {
    const args = command === "init" ? other : [];
    const { isStuck, output } = runUnlessStuck(acme, command, ...args);
    return isStuck || /^ +at /m.test(output) ? [`${command}: ${output}`] : [];
  });
  expect(wrong).toEqual([]);
  const links = FILES.filter((file) => lstatSync(join(acme.root, file)).isSymbolicLink());
  expect(links).toEqual(FILES);
});

test("no command waits for a link in place of the lock that nobody holds any more", () => {
  const acme = copyAcme();
  const lock = join(acme.catalog, ".codegen.lock");
  for (const target of [join(acme.root, "nowhere"), makePipe(join(acme.root, "pipe"))]) {
    symlinkSync(target, lock);
    const time = Date.now() / 1000 - 6;
    lutimesSync(lock, time, time);
    expect(runUnlessStuck(acme, "record")).toEqual({
      isStuck: false,
      output: expect.stringContaining("released.json: 5 entries"),
    });
    expect(readdirSync(acme.catalog).filter((name) => name.startsWith(".codegen"))).toEqual([]);
  }
});

test("import and locale import end at their time limit where nobody writes to a pipe", () => {
  const acme = copyAcme();
  const pipe = makePipe(join(acme.root, "errors.csv"));
  const outputs = [["import"], ["import", "--compare"], ["locale", "import"]].map(
    (command) => runUnlessStuck(acme, ...command, pipe, "--timeout", "1").output,
  );
  const wanted = `${pipe} takes longer than 1 seconds to read; nothing was written. Give it a part of the document, or more time with --timeout.\n`;
  expect(outputs).toEqual([wanted, wanted, wanted]);
});

test("import and locale import stop reading a pipe or a device at their limit of size", () => {
  const acme = copyAcme();
  const endless = join(acme.root, "endless.csv");
  symlinkSync("/dev/zero", endless);
  const outputs = [["import"], ["import", "--compare"], ["locale", "import"]].map(
    (command) => runUnlessStuck(acme, ...command, endless, "--timeout", "30").output,
  );
  const wanted = `${endless} is larger than 64 MiB; nothing was changed.\n`;
  expect(outputs).toEqual([wanted, wanted, wanted]);
});

test("import reads a document from a pipe", () => {
  const { root, catalog } = copyAcme();
  const { stdout, stderr } = spawnSync(
    "sh",
    [
      "-c",
      `printf 'code,message\\nnew_one,A new error\\n' | "$0" "$@"`,
      process.execPath,
      bin,
      ...["import", "/dev/stdin", "--from", "csv", "--dry-run", "--catalog", catalog],
    ],
    { cwd: root, encoding: "utf8", env: withoutColors() },
  );
  expect(stdout, stderr).toContain('NEW_ONE (new_one), line 2: "A new error"');
});

test("locale import reads texts from a pipe", () => {
  const { root, catalog } = copyAcme();
  const { stdout, stderr } = spawnSync(
    "sh",
    [
      "-c",
      `"$0" "$1" locale export de --out de.xlf --catalog "$2" && cat de.xlf | "$0" "$1" locale import /dev/stdin --catalog "$2"`,
      ...[process.execPath, bin, catalog],
    ],
    { cwd: root, encoding: "utf8", env: withoutColors() },
  );
  expect(stdout, stderr).toContain("locales/de.json: ");
  expect(stderr).not.toContain("Error");
});

test("locale export --force replaces no pipe and no device", () => {
  const acme = copyAcme();
  const pipe = makePipe(join(acme.root, "de.xlf"));
  const { output } = runUnlessStuck(acme, "locale", "export", "de", "--force", "--out", pipe);
  expect(output).toBe(`${pipe} is not a file. Fix this and run the command again.\n`);
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

test("import and locale import name a folder that they were given", () => {
  const acme = copyAcme();
  for (const command of [["import"], ["locale", "import"]])
    expect(runUnlessStuck(acme, ...command, acme.root).output).toBe(`${acme.root} is a folder.\n`);
});
