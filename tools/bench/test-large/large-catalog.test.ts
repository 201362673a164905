import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { compareFiles, type Emitted, emit, lint, write } from "@hashkey-errors/codegen";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { writeCatalog } from "../src/synthetic-catalog.js";

/** `pnpm test:nightly` sets more entries. */
const SIZE = { entries: Number(process.env.CATALOG_ENTRIES ?? 2500), locales: 3 };
/** Makes a catalog with renamed entries. */
const SEED = 5;

interface Entry {
  readonly name: string;
  readonly code: string;
  readonly aliases: readonly { readonly code: string }[];
  readonly variants: readonly { readonly message: string }[];
  readonly message: string;
  readonly params: Readonly<Record<string, { readonly example: string }>>;
  readonly retired?: { readonly replacedBy?: string };
}

test("a large catalog generates the same bytes again, and its validator identifies each", async () => {
  const root = mkdtempSync(join(tmpdir(), "large-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = await writeCatalog(root, SIZE, SEED);
  write(folder, compareFiles(folder, await generate(folder)));
  // By what is written: of a long file, the text is made piece by piece.
  expect(compareFiles(folder, await generate(folder))).toEqual({
    outdated: [],
    missing: [],
    unexpected: [],
    obstacles: [],
  });

  const { entries } = JSON.parse(readFileSync(join(folder, "generated/catalog.json"), "utf8")) as {
    entries: readonly Entry[];
  };
  expect(entries).toHaveLength(SIZE.entries);
  const { identify } = await validatorIn(join(root, "src/synthetic-errors/validator/index.ts"));
  compile(root, join(root, "src/synthetic-errors"));
  const wrong = entries.filter((entry) => !isIdentified(entry));
  expect(wrong).toEqual([]);
  expect(entries.some((entry) => nameOf(entry) !== entry.name)).toBe(true);

  /** Returns the name that responses of an entry get: of a renamed entry, its successor's. */
  function nameOf({ name, code, message, retired }: Entry): string {
    const successor = entries.find((each) => each.name === retired?.replacedBy);
    const isRenamed = successor?.code === code && successor.message === message;
    return isRenamed ? successor.name : name;
  }

  function isIdentified(entry: Entry): boolean {
    const { code, message, params, variants, aliases } = entry;
    const values = Object.entries(params).map(([name, { example }]) => [name, example]);
    const text = values.reduce(
      (rendered, [name, value]) => rendered.replace(`{${name}}`, value ?? ""),
      message,
    );
    const expected = nameOf(entry);
    const error = identify(code, text);
    return (
      error.name === expected &&
      error.drift === false &&
      isDeepStrictEqual(error.params, Object.fromEntries(values)) &&
      variants.every((each) => {
        const { name, drift } = identify(code, each.message);
        return name === expected && drift === false;
      }) &&
      aliases.every((alias) => identify(alias.code, text).name === expected)
    );
  }
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

/** The compiler gives up on types that grow with the square of the number of errors. */
function compile(root: string, folder: string): void {
  const workspace = createRequire(new URL("../../../package.json", import.meta.url));
  const compiler = join(workspace.resolve("typescript/package.json"), "../bin/tsc");
  const options = "--noEmit --strict --target es2022 --module nodenext".split(" ");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...options, ...files], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
}

interface Validator {
  identify(
    code: string,
    text: string,
  ): {
    readonly name: string;
    readonly params: unknown;
    readonly drift: boolean;
  };
}

async function validatorIn(entryPoint: string): Promise<Validator> {
  const outfile = join(entryPoint, "../../validator.mjs");
  await build({ entryPoints: [entryPoint], bundle: true, format: "esm", outfile });
  return (await import(pathToFileURL(outfile).href)) as Validator;
}
