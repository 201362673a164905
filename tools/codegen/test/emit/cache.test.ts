import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { emitFile, tinyCatalog } from "./tiny-catalog.js";

const TYPES = "../types/src/generated/wire.ts";

/** A project's folder, as the current one; `modules` is its `node_modules`. */
function enterProject(): { readonly modules: string; readonly cache: string } {
  const root = mkdtempSync(join(tmpdir(), "cache-"));
  onProjectLeft.push(() => rmSync(root, { recursive: true, force: true }));
  vi.spyOn(process, "cwd").mockReturnValue(root);
  const modules = join(root, "node_modules");
  return { modules, cache: join(modules, ".cache/codegen") };
}

const onProjectLeft: (() => void)[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const leave of onProjectLeft.splice(0)) leave();
});

/** The tiny catalog with a description of its bodies. */
function describing(description: string) {
  return tinyCatalog({ wireSchema: { ...tinyCatalog().wireSchema, description } });
}

test("the cache keeps the newest output of each name, whatever is edited", async () => {
  const { modules, cache } = enterProject();
  mkdirSync(modules);
  for (const edit of ["one", "two", "three"])
    expect(await emitFile(TYPES, describing(edit))).toContain(` * ${edit}\n`);
  expect(readdirSync(cache).sort()).toEqual(["acme-errors-catalog", "acme-errors-wire"]);
  expect(readFileSync(join(cache, "acme-errors-wire"), "utf8")).toContain(" * three\n");
});

test("an output whose input is unchanged comes from the cache", async () => {
  const { modules, cache } = enterProject();
  mkdirSync(modules);
  await emitFile(TYPES);
  const file = join(cache, "acme-errors-wire");
  const [hash = ""] = readFileSync(file, "utf8").split(" ");
  writeFileSync(file, `${hash} ${sha256("kept\n")}\nkept\n`);
  expect(await emitFile(TYPES)).toMatch(/\n\nkept\n$/);
  expect(await emitFile(TYPES, describing("edited"))).not.toContain("kept");
});

test.each<[what: string, spoil: (text: string) => string]>([
  ["shortened to its first line", (text) => text.slice(0, text.indexOf("\n") + 1)],
  ["half of it", (text) => text.slice(0, text.length / 2)],
  ["empty", () => ""],
  ["another text", (text) => text.replace("ErrorBody", "Poisoned")],
])("a kept output that is %s is not used", async (_, spoil) => {
  const { modules, cache } = enterProject();
  mkdirSync(modules);
  const want = await emitFile(TYPES);
  const file = join(cache, "acme-errors-wire");
  writeFileSync(file, spoil(readFileSync(file, "utf8")));
  expect(await emitFile(TYPES)).toBe(want);
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

test.each<[name: string, spoil: (modules: string) => void]>([
  ["without node_modules", () => {}],
  [
    "where the cache cannot be written",
    (modules) => {
      mkdirSync(modules);
      writeFileSync(join(modules, ".cache"), "a file where a folder belongs");
    },
  ],
  [
    "where the kept output is damaged",
    (modules) => {
      mkdirSync(join(modules, ".cache/codegen"), { recursive: true });
      writeFileSync(join(modules, ".cache/codegen/acme-errors-wire"), "damaged");
    },
  ],
])("%s the output is the same", async (_, spoil) => {
  const want = await emitFile(TYPES);
  const { modules } = enterProject();
  spoil(modules);
  expect(await emitFile(TYPES)).toBe(want);
});

test("an output that cannot take its place in the cache leaves nothing there", async () => {
  const want = await emitFile(TYPES);
  const { modules, cache } = enterProject();
  mkdirSync(join(modules, ".cache/codegen/acme-errors-wire"), { recursive: true });
  expect(await emitFile(TYPES)).toBe(want);
  expect(readdirSync(cache).sort()).toEqual(["acme-errors-catalog", "acme-errors-wire"]);
});
