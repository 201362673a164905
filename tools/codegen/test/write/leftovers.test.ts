import { spawn } from "node:child_process";
import fs, {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen, codegenAt, codegenProcess } from "../run.js";

const TABLE = "code,message\nnew_one,The first of two new errors\n";
const PART = ".codegen-0b6d2c1e-0000-4000-8000-000000000000.part";

function writeTable(acme: Workspace): string {
  const file = join(acme.root, "table.csv");
  writeFileSync(file, TABLE);
  return file;
}

test("what a killed command left stops no command, is never cited, and is removed by the next one", async () => {
  const acme = copyAcme();
  const table = writeTable(acme);
  for (const folder of ["catalog", "locales", "evidence"]) acme.write(`${folder}/${PART}`, TABLE);
  // The lock of a process that does not run any more: it is not waited for, whatever its age.
  acme.write(".codegen.lock", `999999999 ${hostname()}\n`);
  for (const command of ["lint", "generate", "check"])
    expect(await codegen(acme, command)).toMatchObject({ status: 0 });
  const written = Date.now() + 4_900;
  utimesSync(join(acme.catalog, ".codegen.lock"), written / 1000, written / 1000);
  const { status, stdout } = await codegen(acme, "import", table, "--partial");
  expect(status).toBe(0);
  expect(stdout).toContain("table.csv: 1 row");
  expect(acme.read("catalog/imported.yaml")).toContain("document: table.csv");
  expect(readdirSync(join(acme.catalog, "catalog"))).not.toContain(PART);
  expect(readdirSync(join(acme.catalog, "evidence"))).not.toContain(PART);
  expect(readdirSync(acme.catalog).filter((name) => name.startsWith(".codegen"))).toEqual([]);
  expect(Date.now()).toBeLessThan(written + 5_000);
});

test("the lock of a run that cannot be asked any more is broken once it is older than any run takes", async () => {
  const acme = copyAcme();
  const lock = join(acme.catalog, ".codegen.lock");
  const running = `${process.pid} ${hostname()}\n`;
  for (const [text, age] of [
    // The id of a process that was killed belongs to another one by now.
    [running, 6],
    ["1 another-machine\n", 6],
    // Killed before it wrote who it was.
    ["", 6],
    // The clock of a shared disk is ahead.
    [running, -3600],
  ] as const) {
    writeFileSync(lock, text);
    const time = Date.now() / 1000 - age;
    utimesSync(lock, time, time);
    expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
    expect(existsSync(lock)).toBe(false);
  }
});

/** Starts a process that does nothing until the test ends. */
function startOther() {
  const other = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"]);
  onTestFinished(() => void other.kill());
  return other;
}

/** Writes a lock that is about to become as old as no run takes, and returns its time. */
function writeAgedLock(lock: string, text: string): number {
  writeFileSync(lock, text);
  const time = Date.now() / 1000 - 4.5;
  utimesSync(lock, time, time);
  return time;
}

test("the lock of a run that may be alive is waited for until it is as old", async () => {
  const acme = copyAcme();
  const lock = join(acme.catalog, ".codegen.lock");
  const other = startOther();
  // No process of this machine has the second id.
  for (const text of [`${other.pid} ${hostname()}\n`, "999999999 another-machine\n"]) {
    const time = writeAgedLock(lock, text);
    expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
    expect(Date.now() / 1000 - time).toBeGreaterThan(5);
  }
  expect(other).toMatchObject({ exitCode: null, signalCode: null });
});

test("a lock that another run takes in place of a stale one is not broken", async () => {
  const acme = copyAcme();
  await codegen(acme, "record");
  const lock = join(acme.catalog, ".codegen.lock");
  writeFileSync(lock, `999999999 ${hostname()}\n`);
  const owner = `${process.pid} ${hostname()}\n`;
  const { renameSync: rename } = fs;
  const held: string[] = [];
  let time = 0;
  const hurry = vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
    if (from === lock && time === 0) time = writeAgedLock(lock, owner);
    else if (String(to).endsWith("released.json")) held.push(readFileSync(lock, "utf8"));
    rename(from, to);
  });
  syncBuiltinESMExports();
  const { status } = await codegen(acme, "record");
  hurry.mockRestore();
  syncBuiltinESMExports();
  expect(status).toBe(0);
  expect(Date.now() / 1000 - time).toBeGreaterThan(5);
  // Whose it is can be read as long as it is held.
  expect(held).toEqual([owner]);
});

test("a command that fails between two files says how many are done, and can be run again", async () => {
  const acme = copyAcme();
  const failing = async (name: "renameSync" | "linkSync", ...args: string[]) => {
    const original = fs[name];
    let calls = 0;
    const fail = vi.spyOn(fs, name).mockImplementation((from, to) => {
      // Outputs of libraries are kept in a cache outside of the project.
      if (!String(to).startsWith(acme.root)) return original(from, to);
      calls += 1;
      if (calls > 1) throw Object.assign(new Error("EIO"), { syscall: name });
      original(from, to);
    });
    syncBuiltinESMExports();
    const result = await codegen(acme, ...args);
    fail.mockRestore();
    syncBuiltinESMExports();
    const paths = readdirSync(acme.root, { recursive: true, encoding: "utf8" });
    expect(paths.filter((path) => path.includes(".codegen"))).toEqual([]);
    return result;
  };
  expect(await failing("renameSync", "generate")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/: EIO; 1 of \d\d files are written, each of them whole\./),
  });
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
  const table = writeTable(acme);
  expect(await failing("linkSync", "import", table, "--partial")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/imported\.yaml: EIO; 1 of 2 files are changed\./),
  });
  expect(await codegen(acme, "import", table, "--partial")).toMatchObject({ status: 0 });
});

test("generate removes what a killed command left beside the sources a minute ago, and nothing newer", async () => {
  const acme = copyAcme();
  const folders = ["catalog", "locales", "evidence"];
  for (const folder of folders) acme.write(`${folder}/${PART}`, TABLE);
  const left = () => folders.filter((folder) => existsSync(join(acme.catalog, folder, PART)));
  await codegen(acme, "generate");
  expect(left()).toEqual(folders);
  const time = Date.now() / 1000 - 61;
  for (const folder of folders) utimesSync(join(acme.catalog, folder, PART), time, time);
  await codegen(acme, "generate");
  expect(left()).toEqual([]);
});

test("import copies a document that entries cite and that is missing", async () => {
  const acme = copyAcme();
  const table = writeTable(acme);
  await codegen(acme, "import", table, "--partial");
  rmSync(join(acme.catalog, "evidence/table.csv"));
  expect(await codegen(acme, "lint")).toMatchObject({ status: 1 });
  expect((await codegen(acme, "import", table, "--partial")).stdout).toContain(
    "evidence/table.csv",
  );
  expect(acme.read("evidence/table.csv")).toBe(TABLE);
  expect(await codegen(acme, "lint")).toMatchObject({ status: 0 });
});

test("import takes another name where a folder has the name of its document", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.catalog, "evidence/TABLE.csv"));
  expect(await codegen(acme, "import", writeTable(acme), "--partial")).toMatchObject({ status: 0 });
  expect(acme.read("evidence/table-2.csv")).toBe(TABLE);
});

test("init that was interrupted anywhere says that there is no catalog, and can be run again", async () => {
  const finished = copyAcme();
  rmSync(finished.catalog, { recursive: true });
  expect(await codegenAt(finished.root, "init", "--id", "acme-errors")).toMatchObject({
    status: 0,
  });
  const files = readdirSync(finished.root, {
    recursive: true,
    withFileTypes: true,
    encoding: "utf8",
  })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(finished.root.length + 1))
    .filter((file) => file !== "schemas/catalog.yaml");
  expect(files.length).toBeGreaterThan(5);
  const wrong: unknown[] = [];
  for (const count of files.keys()) {
    const acme = copyAcme();
    rmSync(acme.catalog, { recursive: true });
    for (const file of files.slice(0, count)) {
      mkdirSync(join(acme.root, file, ".."), { recursive: true });
      writeFileSync(join(acme.root, file), readFileSync(join(finished.root, file)));
      // A file takes its place before its part is removed.
      writeFileSync(join(acme.root, file, "..", PART), "");
    }
    const before = await codegenAt(acme.root, "lint");
    const again = await codegenAt(acme.root, "init", "--id", "acme-errors");
    const after = await codegenAt(acme.root, "lint");
    if (!before.stderr.includes("start one with codegen init")) wrong.push([count, before]);
    if (again.status !== 0 || after.status !== 0) wrong.push([count, again, after]);
    const paths = readdirSync(acme.root, { recursive: true, encoding: "utf8" });
    wrong.push(...paths.filter((path) => path.endsWith(".part")));
  }
  expect(wrong).toEqual([]);
});

test("a command that is told to stop while it writes finishes all files first", () => {
  const acme = copyAcme();
  const table = writeTable(acme);
  const hook = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { linkSync } = fs;
    fs.linkSync = (...args) => {
      process.kill(process.pid, "SIGTERM");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      linkSync(...args);
    };
    syncBuiltinESMExports();`;
  const options = `--import=data:text/javascript,${encodeURIComponent(hook)}`;
  const { NODE_OPTIONS: before } = process.env;
  process.env.NODE_OPTIONS = options;
  try {
    const { status } = codegenProcess(acme, "import", table, "--partial");
    // The signal ends the process once both files are there.
    expect(status).toBe(null);
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
  }
  expect(acme.read("evidence/table.csv")).toBe(TABLE);
  expect(acme.read("catalog/imported.yaml")).toContain("document: table.csv");
  expect(readdirSync(acme.catalog).filter((name) => name.startsWith(".codegen"))).toEqual([]);
});

test("codegen works in a folder with spaces, quotes and letters of other scripts, without Git", async () => {
  const acme = copyAcme();
  const odd = join(acme.root, `a b'c"d $(touch pwn) é 中 ;x`);
  mkdirSync(odd);
  const catalog = join(odd, "spec");
  renameSync(acme.catalog, catalog);
  for (const command of [["generate"], ["check"], ["locale", "add", "fr"], ["record"], ["diff"]])
    expect(await codegen({ catalog }, ...command), command.join(" ")).toMatchObject({ status: 0 });
  expect(existsSync(join(odd, "pwn"))).toBe(false);
});
