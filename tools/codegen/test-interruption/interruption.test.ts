import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { codegenProcess as codegen } from "../test/run.js";
import { start, waitUntil } from "./command.js";
import { copyTwoCatalogs, partsOf, type Texts, type TwoCatalogs, textsOf } from "./two-catalogs.js";

/** The number of times that `generate` is killed. */
const KILLS = Number(process.env.INTERRUPTIONS ?? 15);
/** The number of times that several runs overlap. */
const MEETINGS = Math.max(3, Math.ceil(KILLS / 15));
const LONGEST = 30_000;

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const notes: string[] = [];
afterAll(() => console.log(notes.join("\n")));

test(`generate killed ${KILLS} times leaves no half-written file, check lists the mixed files, and the next run repairs them`, async () => {
  const acme = copyTwoCatalogs();
  const timing = await measure();
  const seen = { early: 0, parts: 0, mixed: 0, finished: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const [from, to] = kill % 2 === 0 ? (["a", "b"] as const) : (["b", "a"] as const);
    acme.toggle(to);
    await killAtRandom(acme, kill, timing);
    const left = textsOf(acme);
    const changed = expectWhole(left, acme.wanted[from], acme.wanted[to]);
    const difference = differences(acme, left, acme.wanted[to]);
    if (difference.length === 0) seen.finished += 1;
    else if (changed > 0) seen.mixed += 1;
    else if (partsOf(left).length > 0) seen.parts += 1;
    else seen.early += 1;
    expectNamed(acme, difference);
    expectHealed(acme, acme.wanted[to]);
  }
  notes.push(
    `${KILLS} kills: ${seen.early} before anything was written, ${seen.parts} left only part files, ${seen.mixed} left a mixed set, ${seen.finished} came after the last file`,
  );
  // If all kills missed the writing, the test would prove nothing.
  expect(seen.parts + seen.mixed).toBeGreaterThan(KILLS / 5);
  if (KILLS >= 100) {
    expect(seen.parts).toBeGreaterThan(0);
    expect(seen.mixed).toBeGreaterThan(0);
  }
});

test("generate removes the part files of a killed run, also in folders that it no longer uses", () => {
  const acme = copyTwoCatalogs();
  const left = [
    "out/types/generated/retired.ts.4711.part",
    "out/messages/generated/formats/retired/de.json.0b7c.part",
    `spec/generated/catalog.json.${process.pid}.part`,
  ];
  for (const file of left) {
    mkdirSync(join(acme.root, file, ".."), { recursive: true });
    writeFileSync(join(acme.root, file), "{ half");
  }
  expectNamed(acme, differences(acme, textsOf(acme), acme.wanted.a));
  expectHealed(acme, acme.wanted.a);
});

test("generate names a file that exceeds the size limit, and changes no file", async () => {
  const acme = copyTwoCatalogs();
  acme.toggle("b");
  // In units of 512 bytes. Without the trap, SIGXFSZ kills the process.
  const limited = ["sh", "-c", `trap '' XFSZ; ulimit -f 16; exec "$0" "$@"`, process.execPath];
  await expectRefused(acme, "EFBIG", limited);
  expectHealed(acme, acme.wanted.b);
});

test("generate reports a full disk, and changes no file", async ({ skip }) => {
  const acme = copyTwoCatalogs();
  const disk = mountOver(acme, "out");
  if (disk.missing !== undefined) return skip(without("a full disk (ENOSPC)", disk.missing));
  expectHealed(acme, acme.wanted.a);
  acme.toggle("b");
  const filler = join(acme.root, "out/filler");
  expect(() => writeFileSync(filler, Buffer.alloc(2 ** 26))).toThrow("ENOSPC");
  // There is room for some of the files, not for all.
  truncateSync(filler, statSync(filler).size - 2 ** 18);
  await expectRefused(acme, "ENOSPC");
  rmSync(filler);
  expectHealed(acme, acme.wanted.b);
});

test("generate reports a read-only disk, and changes no file", async ({ skip }) => {
  const acme = copyTwoCatalogs();
  const disk = mountOver(acme, "out");
  if (disk.missing !== undefined) return skip(without("a read-only disk (EROFS)", disk.missing));
  expectHealed(acme, acme.wanted.a);
  acme.toggle("b");
  expect(spawnSync("mount", ["-o", "remount,ro", disk.folder]).status).toBe(0);
  await expectRefused(acme, "EROFS");
  expect(spawnSync("mount", ["-o", "remount,rw", disk.folder]).status).toBe(0);
  expectHealed(acme, acme.wanted.b);
});

test("generate reports a read-only folder, and changes no file", async () => {
  const acme = copyTwoCatalogs();
  const folder = join(acme.root, "out/types/generated");
  const user = asUser(acme);
  writeFileSync(join(folder, "stray.ts"), "");
  chmodSync(folder, 0o555);
  const stray = await start(acme, ["generate"], undefined, user).ended;
  expect(stray.status).toBe(1);
  expect(stray.output).toMatch(
    /^cannot remove \.\.\/out\/types\/generated\/stray\.ts: EACCES: .*; every generated file is written\. Mend that, and run it again\.$/m,
  );
  acme.toggle("b");
  await expectRefused(acme, "EACCES", undefined, user);
  chmodSync(folder, 0o755);
  expect(await start(acme, ["generate"], undefined, user).ended).toMatchObject({ status: 0 });
  expectHealed(acme, acme.wanted.b);
});

test.each([2, 4])("%d concurrent runs on one catalog all succeed", async (runs) => {
  const acme = copyTwoCatalogs();
  const { early, preparing } = await measure();
  let met = 0;
  for (let meeting = 0; meeting < MEETINGS; meeting += 1) {
    const to = meeting % 2 === 0 ? "b" : "a";
    acme.toggle(to);
    const results = await Promise.all(
      Array.from({ length: runs }, async (_, index) => {
        // The later run reads the folder while the earlier one writes.
        await sleep(index === 0 ? 0 : Math.random() * (preparing + early / 10));
        return start(acme, ["generate"]).ended;
      }),
    );
    for (const result of results) expect(result, result.output).toMatchObject({ status: 0 });
    if (results.some(({ output }) => output.includes(".part"))) met += 1;
    expect(textsOf(acme)).toEqual(acme.wanted[to]);
    expectNamed(acme, []);
  }
  notes.push(`${runs} at once, ${MEETINGS} times: ${met} times one saw another's part files`);
});

test("a run whose part files another run has removed prepares them again", async () => {
  const acme = copyTwoCatalogs();
  acme.toggle("b");
  const first = await startPaused(acme);
  expect(partsOf(textsOf(acme))).not.toEqual([]);
  expectHealed(acme, acme.wanted.b);
  expect(await first.goOn()).toMatchObject({ status: 0 });
  expect(textsOf(acme)).toEqual(acme.wanted.b);
  expectNamed(acme, []);
});

test("two runs with an edit between them leave whole files, check lists the outdated ones, and another run repairs them", async () => {
  const acme = copyTwoCatalogs();
  acme.toggle("b");
  const older = await startPaused(acme);
  acme.toggle("a");
  acme.edit("catalog/payments.yaml", "httpStatus: 429", "httpStatus: 503");
  expect(codegen(acme, "generate")).toMatchObject({ status: 0 });
  const newer = textsOf(acme);
  expect(await older.goOn()).toMatchObject({ status: 0 });
  const left = textsOf(acme);
  expect(expectWhole(left, newer, acme.wanted.b)).toBeGreaterThan(0);
  expectNamed(acme, differences(acme, left, newer));
  expectHealed(acme, newer);
});

test("two concurrent runs on two catalogs that share packages leave whole files", async () => {
  const acme = copyTwoCatalogs();
  const { early, preparing } = await measure();
  const second = { ...acme, catalog: join(acme.root, "second") };
  acme.toggle("b");
  cpSync(acme.catalog, second.catalog, { recursive: true });
  expect(codegen(second, "generate")).toMatchObject({ status: 0 });
  const other = textsOf(acme);
  acme.toggle("a");
  let mixed = 0;
  for (let meeting = 0; meeting < MEETINGS; meeting += 1) {
    rmSync(join(acme.root, "out"), { recursive: true });
    const results = await Promise.all(
      [acme, second].map(async (catalog) => {
        await sleep(Math.random() * (preparing + early / 10));
        return start(catalog, ["generate"]).ended;
      }),
    );
    for (const result of results) expect(result, result.output).toMatchObject({ status: 0 });
    const left = textsOf(acme);
    const fromOther = expectWhole(left, acme.wanted.a, other);
    const difference = differences(acme, left, acme.wanted.a);
    expect(difference).toHaveLength(fromOther);
    if (fromOther > 0) mixed += 1;
    expectNamed(acme, difference);
    expectHealed(acme, acme.wanted.a);
  }
  notes.push(
    `2 catalogs at once, ${MEETINGS} times: ${mixed} times not all of the first one's files`,
  );
});

/**
 * The milliseconds that a run takes to start, to prepare all files, to replace them, and to end.
 */
interface Timing {
  readonly early: number;
  readonly preparing: number;
  readonly replacing: number;
  readonly late: number;
}

let measured: Timing | undefined;

/**
 * The progress of a run, by the first and the last of the files that differ between the two states.
 */
function watch(acme: TwoCatalogs) {
  const { a, b } = acme.wanted;
  const files = Object.keys(a).filter((file) => a[file] !== b[file]);
  const first = join(acme.root, files[0] ?? "");
  const last = join(acme.root, files.at(-1) ?? "");
  const before = { first: stamp(first), last: stamp(last) };
  const isReplaced = () => stamp(first) !== before.first;
  return {
    // A run that writes in place has no part files.
    isWriting: () =>
      readdirSync(join(first, "..")).some((file) => file.endsWith(".part")) || isReplaced(),
    isReplaced,
    isDone: () => stamp(last) !== before.last,
  };
}

function stamp(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}

/** Measures one run, once for all tests. */
async function measure(): Promise<Timing> {
  if (measured !== undefined) return measured;
  const acme = copyTwoCatalogs();
  acme.toggle("b");
  const { isWriting, isReplaced, isDone } = watch(acme);
  const times = [performance.now()];
  const { ended } = start(acme, ["generate"]);
  for (const isReached of [isWriting, isReplaced, isDone]) {
    waitUntil(isReached, LONGEST);
    times.push(performance.now());
  }
  expect(await ended).toMatchObject({ status: 0 });
  times.push(performance.now());
  const [early = 0, preparing = 0, replacing = 0, late = 0] = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? 0));
  notes.push(
    `a run: ${[early, preparing, replacing, late].map((time) => time.toFixed(1)).join(" + ")} ms to start, prepare, replace and end`,
  );
  measured = { early, preparing, replacing, late };
  return measured;
}

/**
 * Of five kills, one comes at any moment, two while files are prepared, and two while they are
 * replaced.
 */
async function killAtRandom(acme: TwoCatalogs, kill: number, timing: Timing): Promise<void> {
  const { early, preparing, replacing, late } = timing;
  const { isWriting, isReplaced } = watch(acme);
  const { child, ended } = start(acme, ["generate"]);
  const never = () => false;
  const any = Math.random();
  if (kill % 5 === 0) waitUntil(never, any * (early + preparing + replacing + late));
  else if (kill % 5 < 3) {
    waitUntil(isWriting, LONGEST);
    waitUntil(never, any * preparing);
  } else {
    waitUntil(isReplaced, LONGEST);
    waitUntil(never, any * replacing);
  }
  child.kill("SIGKILL");
  await ended;
}

/** Starts `generate`, which pauses when every file is prepared and none is replaced. */
async function startPaused(acme: TwoCatalogs) {
  const paused = join(acme.root, "paused");
  const go = join(acme.root, "go");
  const hook = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { renameSync } = fs;
    let waits = true;
    fs.renameSync = (from, to) => {
      if (waits && from.endsWith(".part")) {
        waits = false;
        fs.writeFileSync(${JSON.stringify(paused)}, "");
        while (!fs.existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
      renameSync(from, to);
    };
    syncBuiltinESMExports();`;
  const node = [process.execPath, "--import", `data:text/javascript,${encodeURIComponent(hook)}`];
  const { ended } = start(acme, ["generate"], node);
  await expect.poll(() => existsSync(paused), { timeout: LONGEST }).toBe(true);
  return {
    goOn() {
      writeFileSync(go, "");
      return ended;
    },
  };
}

/**
 * Expects each file to be of one state or the other. Returns the number of files that are not of
 * the first.
 */
function expectWhole(left: Texts, before: Texts, after: Texts): number {
  let changed = 0;
  for (const file of new Set([...Object.keys(before), ...Object.keys(left)])) {
    if (file.endsWith(".part")) continue;
    const text = left[file];
    if (text !== before[file] && text !== after[file])
      expect.fail(`${file} is half written: ${text?.length} characters`);
    if (text !== before[file]) changed += 1;
  }
  return changed;
}

/** The lines that `check` must print, from the present files and the wanted ones. */
function differences(acme: TwoCatalogs, left: Texts, wanted: Texts): string[] {
  const line = (state: string, file: string) =>
    `  ${state.padEnd(10)} ${relative(acme.catalog, join(acme.root, file)).replaceAll(sep, "/")}`;
  return [
    ...Object.keys(wanted).flatMap((file) =>
      left[file] === wanted[file]
        ? []
        : [line(left[file] === undefined ? "missing" : "stale", file)],
    ),
    ...Object.keys(left).flatMap((file) =>
      wanted[file] === undefined ? [line("unexpected", file)] : [],
    ),
  ];
}

function expectNamed(acme: TwoCatalogs, difference: readonly string[]): void {
  const { status, output } = codegen(acme, "check");
  const named = output.split("\n").filter((line) => /^ {2}(stale|missing|unexpected) /.test(line));
  expect(named.sort()).toEqual([...difference].sort());
  expect(status).toBe(difference.length === 0 ? 0 : 1);
}

function expectHealed(acme: TwoCatalogs, wanted: Texts): void {
  expect(codegen(acme, "generate")).toMatchObject({ status: 0 });
  expect(textsOf(acme)).toEqual(wanted);
  expectNamed(acme, []);
}

/** Expects `generate` to name in one line the file that it cannot write, and to change nothing. */
async function expectRefused(
  acme: TwoCatalogs,
  code: string,
  ...how: [before?: readonly string[] | undefined, options?: { uid?: number; gid?: number }]
): Promise<void> {
  const before = textsOf(acme);
  const { status, output } = await start(acme, ["generate"], ...how).ended;
  expect(status, output).toBe(1);
  const reported = output.split("\n").filter((line) => line.includes(code));
  expect(reported).toEqual([
    expect.stringMatching(
      new RegExp(
        `^cannot write \\.\\./out/\\S+: ${code}: .*; nothing was changed\\. Mend that, and run it again\\.$`,
      ),
    ),
  ]);
  expect(output).not.toContain("    at ");
  expect(textsOf(acme)).toEqual(before);
}

/** Mounts a small, empty disk over a folder of the workspace until the test ends. */
function mountOver(
  acme: TwoCatalogs,
  name: string,
): { readonly folder: string; readonly missing?: string } {
  const folder = join(acme.root, name);
  if (!isRoot) return { folder, missing: "only root can mount a disk" };
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], {
    encoding: "utf8",
  });
  if (mounted.status !== 0)
    return { folder, missing: mounted.error?.message ?? mounted.stderr.trim() };
  onTestFinished(() => {
    spawnSync("umount", [folder]);
  });
  return { folder };
}

function without(what: string, missing: string): string {
  const note = `NOT TESTED: ${what}, since a tmpfs cannot be mounted here: ${missing}`;
  notes.push(note);
  return note;
}

/** Root may write everywhere, so root gives the workspace to a user who may not. */
function asUser(acme: TwoCatalogs): { uid?: number; gid?: number } {
  if (!isRoot) return {};
  for (const file of ["", ...readdirSync(acme.root, { recursive: true, encoding: "utf8" })])
    chownSync(join(acme.root, file), NOBODY, NOBODY);
  return { uid: NOBODY, gid: NOBODY };
}
