import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { start } from "./command.js";
import { expectHealed } from "./expectations.js";
import { addNote } from "./notes.js";
import { copyTwoCatalogs, type TwoCatalogs, textsOf } from "./two-catalogs.js";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

test("generate names a file that exceeds the size limit, and changes no file", async () => {
  const acme = copyTwoCatalogs();
  acme.toggle("b");
  // In units of 512 bytes. Without the trap, SIGXFSZ kills the process.
  const limited = ["sh", "-c", `trap '' XFSZ; ulimit -f 16; exec "$0" "$@"`, process.execPath];
  await expectRefused(acme, "EFBIG", limited);
  expectHealed(acme, acme.wanted.b);
});

test("commands that edit report a file that exceeds the size limit, and change no file", async () => {
  const acme = copyTwoCatalogs();
  const before = acme.read("locales/de.json");
  const limited = ["sh", "-c", `trap '' XFSZ; ulimit -f 1; exec "$0" "$@"`, process.execPath];
  const { status, output } = await start(acme, ["record"], limited).ended;
  expect(status, output).toBe(1);
  expect(output).toMatch(/^cannot write \S+\/released\.json: EFBIG: .*; nothing was changed\./m);
  expect(output).not.toContain("    at ");
  expect(acme.read("locales/de.json")).toBe(before);
  expect(readdirSync(acme.catalog).filter((name) => /^(\.codegen|released)/.test(name))).toEqual(
    [],
  );
});

test("generate and record work with 64 open files", async () => {
  const acme = copyTwoCatalogs();
  acme.toggle("b");
  const limited = ["sh", "-c", `ulimit -n 64; exec "$0" "$@"`, process.execPath];
  for (const command of ["generate", "record"]) {
    const { status, output } = await start(acme, [command], limited).ended;
    expect(status, output).toBe(0);
  }
  expect(textsOf(acme)).toEqual(acme.wanted.b);
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
    /^cannot remove \S+\/out\/types\/generated\/stray\.ts: EACCES: .*; every generated file is written\. Fix this and run the command again\.$/m,
  );
  acme.toggle("b");
  await expectRefused(acme, "EACCES", undefined, user);
  chmodSync(folder, 0o755);
  expect(await start(acme, ["generate"], undefined, user).ended).toMatchObject({ status: 0 });
  expectHealed(acme, acme.wanted.b);
});

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
        `^cannot write \\S+/out/\\S+: ${code}: .*; nothing was changed\\. Fix this and run the command again\\.$`,
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
  addNote(note);
  return note;
}

/** Root may write everywhere, so root gives the workspace to a user who may not. */
function asUser(acme: TwoCatalogs): { uid?: number; gid?: number } {
  if (!isRoot) return {};
  for (const file of ["", ...readdirSync(acme.root, { recursive: true, encoding: "utf8" })])
    chownSync(join(acme.root, file), NOBODY, NOBODY);
  return { uid: NOBODY, gid: NOBODY };
}
