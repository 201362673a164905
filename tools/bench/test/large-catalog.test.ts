import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compareFiles, type Emitted, emit, lint, write } from "@hashkey-errors/codegen";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { writeCatalog } from "../src/synthetic-catalog.js";

const SIZE = { entries: 2_500, locales: 3 };

interface Entry {
  readonly name: string;
  readonly code: string;
  readonly aliases: readonly { readonly code: string }[];
  readonly variants: readonly { readonly message: string }[];
  readonly message: string;
  readonly params: Readonly<Record<string, { readonly example: string }>>;
  readonly retired?: { readonly replacedBy?: string };
}

test("a catalog of 2,500 entries generates the same bytes again, and its validator identifies each", async () => {
  const root = mkdtempSync(join(tmpdir(), "large-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = await writeCatalog(root, SIZE);
  const files = await generate(folder);
  expect((await generate(folder)).files).toEqual(files.files);
  write(folder, compareFiles(folder, files));
  expect(compareFiles(folder, files)).toEqual({
    outdated: [],
    missing: [],
    unexpected: [],
    foreign: [],
  });

  const { entries } = JSON.parse(readFileSync(join(folder, "generated/catalog.json"), "utf8")) as {
    entries: readonly Entry[];
  };
  expect(entries).toHaveLength(SIZE.entries);
  const { identify } = await validatorIn(join(root, "src/synthetic-errors/validator/index.ts"));
  // The compiler gives up on types that grow with the square of the number of errors.
  compile(root, join(root, "src/synthetic-errors/validator/index.ts"));
  let renamed = 0;
  for (const entry of entries) {
    const { code, message, params, variants, aliases } = entry;
    const values = Object.entries(params).map(([name, { example }]) => [name, example]);
    const text = values.reduce(
      (rendered, [name, value]) => rendered.replace(`{${name}}`, value ?? ""),
      message,
    );
    const error = identify(code, text);
    const successor = entries.find(({ name }) => name === entry.retired?.replacedBy);
    const isRenamed = successor?.code === code && successor.message === message;
    if (isRenamed) renamed++;
    const expected = isRenamed ? successor.name : entry.name;
    expect(error).toMatchObject({
      name: expected,
      params: Object.fromEntries(values),
      drift: false,
    });
    for (const variant of variants)
      expect(identify(code, variant.message)).toMatchObject({ name: expected, drift: false });
    for (const alias of aliases) expect(identify(alias.code, text).name).toBe(expected);
  }
  expect(renamed).toBeGreaterThan(0);
});

test("writeCatalog makes the same catalog for the same seed, and another for another seed", async () => {
  const catalogs = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      const root = mkdtempSync(join(tmpdir(), "large-"));
      onTestFinished(() => rmSync(root, { recursive: true, force: true }));
      const folder = await writeCatalog(root, { entries: 300, locales: 2 }, seed);
      return (await lint(folder)).catalog?.entries;
    }),
  );
  expect(catalogs[0]).toEqual(catalogs[1]);
  expect(catalogs[0]).not.toEqual(catalogs[2]);
});

/** Emits the files of the catalog, which must have no problems. */
async function generate(folder: string): Promise<Emitted> {
  const { catalog, problems } = await lint(folder);
  expect(problems).toEqual([]);
  if (catalog === undefined) throw new Error("unreachable: there are no problems");
  const emitted = await emit(catalog);
  expect(emitted.problems).toEqual([]);
  return emitted;
}

function compile(root: string, file: string): void {
  const workspace = createRequire(new URL("../../../package.json", import.meta.url));
  const compiler = join(workspace.resolve("typescript/package.json"), "../bin/tsc");
  const options = "--noEmit --strict --target es2022 --module nodenext";
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...options.split(" "), file], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
}

interface Validator {
  identify(code: string, text: string): { readonly name: string };
}

async function validatorIn(entryPoint: string): Promise<Validator> {
  const outfile = join(entryPoint, "../../validator.mjs");
  await build({ entryPoints: [entryPoint], bundle: true, format: "esm", outfile });
  return (await import(pathToFileURL(outfile).href)) as Validator;
}
