import { type Catalog, emit } from "@hashkey-errors/codegen";
import { expect } from "vitest";
import { emitModules } from "../../dist/emit/emit-modules.js";
import { bundleModules } from "../../dist/site/bundle-modules.js";

/** A catalog with these subsets. */
export const withSubsets = (
  catalog: Catalog,
  subsets: Catalog["manifest"]["subsets"],
): Catalog => ({
  ...catalog,
  manifest: { ...catalog.manifest, ...(subsets && { subsets }) },
});

/** The text of each file that a catalog emits, by path. */
export async function textsOf(catalog: Catalog): Promise<ReadonlyMap<string, string>> {
  const { files, problems } = await emit(catalog);
  expect(problems).toEqual([]);
  return new Map(files.map((file) => [file.path, file.text]));
}

/** Bundles what identifies errors, and one locale. */
export async function bundle(catalog: Catalog): Promise<string> {
  const entry = `export { identify } from "#validator/index.js";
export { messages } from "#messages/generated/bundles/en.js";`;
  return bundleModules(await emitModules(catalog), entry, {
    output: { format: "cjs", minify: true },
  });
}
