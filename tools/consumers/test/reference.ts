import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { afterAll } from "vitest";

type Entry = (typeof catalog.entries)[number];

/** The errors of the catalog. */
export const errors: readonly Entry[] = catalog.entries.filter(({ kind }) => kind === "error");

/** The message of an entry with the example of each param, as the wire sends it. */
export function exampleMessage({ message, params }: Entry): string {
  return fillExamples(message.replaceAll(/['"](\{\w+\})['"]/g, "$1"), params);
}

/** A text with the example of each param. */
export function fillExamples(text: string, params: Entry["params"]): string {
  const examples: Readonly<Record<string, { readonly example: string }>> = params;
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => examples[name]?.example ?? name);
}

const require = createRequire(import.meta.url);
const codegen = dirname(require.resolve("@hashkey-errors/codegen/package.json"));
const schemas = dirname(require.resolve("@hashkey-errors/schemas/package.json"));

/** Draws the error reference into a folder, which is removed after the tests of the file. */
export function drawReference(...options: readonly string[]): string {
  return drawReferenceInto(findRoom(), ...options);
}

/** Draws the error reference into a folder that is not there yet. */
export function drawReferenceInto(folder: string, ...options: readonly string[]): string {
  return drawSite(schemas, folder, options);
}

/** Draws the error reference of a catalog of another shape, which no package of ours is for. */
export function drawAcmeReference(): string {
  return drawSite(join(codegen, "test/fixtures/acme"), findRoom());
}

/** Returns a folder that is not there yet, and removes it after the tests of the file. */
function findRoom(): string {
  const parent = mkdtempSync(join(tmpdir(), "reference-"));
  // Thousands of files: a busy disk takes its time.
  afterAll(() => rmSync(parent, { recursive: true, force: true }), 3_600_000);
  return join(parent, "site");
}

function drawSite(catalog: string, folder: string, options: readonly string[] = []): string {
  const bin = join(codegen, "bin/codegen.js");
  const args = ["site", "--catalog", catalog, "--out", folder, ...options];
  execFileSync(process.execPath, [bin, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

/** Reads a page's `.json`. */
export function readPage<Page>(folder: string, name: string): Page {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
}
