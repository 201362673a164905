import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Catalog, emit, wireOf } from "@hashkey-errors/codegen";
import { createWireSchema } from "../../dist/catalog/wire-schema.js";
import { compile } from "../build.js";
import { tinyCatalog } from "./tiny-catalog.js";

/** The validators that were generated for several catalogs, and compiled. */
export interface BuiltValidators {
  /** Imports a module of the validator of a catalog. */
  load(name: string, file: string): Promise<never>;
  remove(): void;
}

/** Returns a catalog whose packages can be run, with what it has that others do not have. */
export function runnableCatalog(
  name: string,
  wire: Catalog["manifest"]["wire"],
  entries: Catalog["entries"] = tinyCatalog().entries,
): Catalog {
  const packages = {
    types: { folder: `../out/${name}/types` },
    validator: { folder: `../out/${name}/validator` },
    messages: { folder: `../out/${name}/messages` },
  };
  const { schema } = tinyCatalog();
  const words = (...all: string[]) => ({ oneOf: all.map((word) => ({ const: word })) });
  // The runtime code speaks of every word, as every real catalog's schema does.
  const $defs = {
    ...(schema.$defs as object),
    Outcome: words("rejected", "unknown", "applied"),
    Retry: words("never", "after-fix", "after-delay", "after-reconcile"),
  };
  const manifest = { wire, packages, runtime: true };
  const wireSchema = createWireSchema(wireOf({ wire }));
  return tinyCatalog({ entries, schema: { ...schema, $defs }, wireSchema, manifest });
}

/**
 * Generates the validators of several runnable catalogs, and compiles them in one go: without
 * types, which `test-large/` checks.
 */
export async function buildValidators(
  catalogs: readonly Catalog[],
  { noCheck = true } = {},
): Promise<BuiltValidators> {
  const root = mkdtempSync(join(tmpdir(), "validators-"));
  for (const catalog of catalogs) {
    const { files } = await emit(catalog);
    const isCompiled = /^\.\.\/out\/.*\/(?:types|validator)\//;
    for (const { path, text } of files.filter((file) => isCompiled.test(file.path))) {
      const file = join(root, "schemas", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  const base = fileURLToPath(new URL("../../../../tsconfig.base.json", import.meta.url));
  const compilerOptions = { rootDir: "out", outDir: "dist", noCheck };
  const project = { extends: base, compilerOptions, include: ["out"] };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify(project));
  compile(root);
  return {
    load: (name, file) =>
      import(pathToFileURL(join(root, "dist", name, "validator", file)).href) as Promise<never>,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
