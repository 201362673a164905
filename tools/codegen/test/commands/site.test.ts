import fs, {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";

test("site writes the folder, and replaces it as a whole the next time", async () => {
  const acme = copyAcme();
  const out = join(acme.root, "site");
  const first = await codegen(acme, "site", "--out", out);
  expect(first).toMatchObject({ status: 0 });
  expect(first.stdout).toMatch(/site: \d+ pages, \d+ files\n$/);
  writeFileSync(join(out, "left-over.html"), "old");
  expect(await codegen(acme, "site", "--out", out)).toMatchObject({ status: 0 });
  expect(existsSync(join(out, "left-over.html"))).toBe(false);
  expect(existsSync(join(out, "index.html"))).toBe(true);
  expect(readdirSync(acme.root).filter((name) => name.startsWith(".codegen"))).toEqual([]);
});

/** Draws the site while the disk refuses a change, as Windows does while a file there is read. */
async function siteRefusing(
  acme: Workspace,
  name: "renameSync" | "rmSync" | "writeFileSync",
  isRefused: (path: string, call: number) => boolean,
) {
  const original = fs[name] as (...args: unknown[]) => void;
  let calls = 0;
  const refuse = vi.spyOn(fs, name).mockImplementation((...args: unknown[]) => {
    calls += 1;
    if (isRefused(String(args[0]), calls))
      throw Object.assign(new Error("EBUSY"), { syscall: "rename" });
    original(...args);
  });
  syncBuiltinESMExports();
  const result = await codegen(acme, "site", "--out", join(acme.root, "site"));
  refuse.mockRestore();
  syncBuiltinESMExports();
  const hidden = readdirSync(acme.root).filter((file) => file.startsWith(".codegen"));
  return { ...result, hidden };
}

test("site that cannot take its place leaves the one that is there", async () => {
  const acme = copyAcme();
  const out = join(acme.root, "site");
  await codegen(acme, "site", "--out", out);
  writeFileSync(join(out, "left-over.html"), "old");
  for (const refused of [
    await siteRefusing(acme, "writeFileSync", (path) => path.endsWith("index.html")),
    // The first rename moves the old one away, and the third brings it back.
    await siteRefusing(acme, "renameSync", (_, call) => call === 2),
  ]) {
    expect(refused).toMatchObject({ status: 1, hidden: [] });
    expect(refused.output).toContain("site: EBUSY; nothing was changed");
    expect(readFileSync(join(out, "left-over.html"), "utf8")).toBe("old");
  }
  const { status, hidden } = await siteRefusing(acme, "renameSync", (_, call) => call >= 2);
  expect(status).toBe(1);
  expect(
    hidden.map((name) => readFileSync(join(acme.root, name, "left-over.html"), "utf8")),
  ).toEqual(["old"]);
});

test("site that has taken its place succeeds, though the one before it cannot be removed", async () => {
  const acme = copyAcme();
  const out = join(acme.root, "site");
  await codegen(acme, "site", "--out", out);
  writeFileSync(join(out, "left-over.html"), "old");
  const { status, hidden } = await siteRefusing(acme, "rmSync", (path) => path.endsWith(".part"));
  expect(status).toBe(0);
  expect(hidden).toHaveLength(1);
  expect(existsSync(join(out, "left-over.html"))).toBe(false);
});

test("site removes what a killed run left beside its folder, and nothing that another run may be writing", async () => {
  const acme = copyAcme();
  const [left, running, own] = [
    ".codegen-0b6d2c1e-0000-4000-8000-000000000001.part",
    ".codegen-0b6d2c1e-0000-4000-8000-000000000002.part",
    ".codegen-mine.part",
  ] as const;
  for (const [name, hours] of [
    [left, 2],
    [running, 0],
    [own, 2],
  ] as const) {
    mkdirSync(join(acme.root, name));
    writeFileSync(join(acme.root, name, "index.html"), "half");
    const time = Date.now() / 1000 - hours * 3600;
    utimesSync(join(acme.root, name), time, time);
  }
  expect(await codegen(acme, "site", "--out", join(acme.root, "site"))).toMatchObject({
    status: 0,
  });
  const names = readdirSync(acme.root).filter((name) => name.startsWith(".codegen"));
  expect(names.sort()).toEqual([running, own].sort());
});

test("site leaves a file alone, a folder that has other files, and a link", async () => {
  const acme = copyAcme();
  const [own, link] = [join(acme.root, "own"), join(acme.root, "link")];
  mkdirSync(own);
  writeFileSync(join(own, "index.html"), "mine");
  const refused = await codegen(acme, "site", "--out", own);
  expect(refused.status).toBe(2);
  expect(refused.output).toContain("has files in it that codegen did not generate");
  expect(readFileSync(join(own, "index.html"), "utf8")).toBe("mine");
  const file = await codegen(acme, "site", "--out", join(own, "index.html"));
  expect(file).toMatchObject({ status: 2, output: expect.stringContaining("is not a folder") });
  symlinkSync(own, link);
  const linked = await codegen(acme, "site", "--out", link);
  expect(linked.output).toContain("is a symbolic link");
  expect(readFileSync(join(own, "index.html"), "utf8")).toBe("mine");
});

test("site replaces a folder that Git has checked out with other line endings", async () => {
  const acme = copyAcme();
  const out = join(acme.root, "site");
  expect(await codegen(acme, "site", "--out", out)).toMatchObject({ status: 0 });
  const mark = join(out, "generated-by-codegen.txt");
  const text = readFileSync(mark, "utf8");
  writeFileSync(mark, text.replaceAll("\n", "\r\n"));
  expect(await codegen(acme, "site", "--out", out)).toMatchObject({ status: 0 });
  expect(readFileSync(mark, "utf8")).toBe(text);
});

test("site draws nothing of a catalog with errors, and reports them", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "outcome: unknown", "outcome: perhaps");
  const out = join(acme.root, "site");
  const { status, output } = await codegen(acme, "site", "--out", out);
  expect(status).toBe(1);
  expect(output).toContain("perhaps");
  expect(existsSync(out)).toBe(false);
});

test("site refuses an address that is not a web address", async () => {
  const acme = copyAcme();
  for (const address of [
    "javascript:alert(1)",
    "errors.example.com",
    "ftp://example.com",
    "https://errors.example.com/?v=1",
  ]) {
    const { status, output } = await codegen(acme, "site", "--base-url", address);
    expect(status).toBe(2);
    expect(output).toContain(`--base-url is not the http or https address of a folder: ${address}`);
  }
});

test("site refuses a subset that the manifest does not have, and says which is near", async () => {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "errorClass:", "subsets: { cards: { description: C. } }\nerrorClass:");
  const { status, output } = await codegen(acme, "site", "--subset", "card");
  expect(status).toBe(2);
  expect(output).toContain('catalog.yaml has no subset card: did you mean "cards"?\n');
});

test("site refuses a color that is not one", async () => {
  const acme = copyAcme();
  acme.edit(
    "catalog.yaml",
    "runtime: true",
    'runtime: true\nsite: { colors: { accent: { light: "red;}", dark: "#000000" } } }',
  );
  expect(await codegen(acme, "site", "--out", join(acme.root, "site"))).toMatchObject({
    status: 1,
  });
});

test.each(["catalog", "locales/new", "Evidence/new", "generated", "../out/types/generated/new"])(
  "site draws nothing into %s of the catalog",
  async (folder) => {
    const acme = copyAcme();
    const out = join(acme.catalog, folder);
    expect(await codegen(acme, "site", "--out", out)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/ lies in .* of the catalog: choose another folder/),
    });
    expect(existsSync(join(out, "index.html"))).toBe(false);
  },
);
