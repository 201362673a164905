import { posix } from "node:path";
import type { Catalog } from "./catalog.js";
import { discover } from "./discover.js";

/** A file to be written. */
export interface OutputFile {
  /** Relative to the catalog's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Makes files from a catalog, and touches nothing. Each file in `emitters/` exports one as `emitter`, and is found there. */
export interface Emitter {
  /** What it makes, in kebab-case. */
  readonly name: string;
  /** The same catalog gives the same bytes. */
  emit(catalog: Catalog): readonly OutputFile[] | Promise<readonly OutputFile[]>;
}

/** Runs every emitter, and returns the files in the order of their paths. */
export async function emit(catalog: Catalog): Promise<readonly OutputFile[]> {
  const emitters = await discover<Emitter>("emitters", "emitter");
  const files = (await Promise.all(emitters.map((emitter) => emitter.emit(catalog)))).flat();
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The folders that hold generated files and nothing else, relative to the catalog's folder. */
export function generatedFolders({ manifest }: Catalog): readonly string[] {
  return [
    "generated",
    ...Object.keys(manifest.packages).map((key) => packageFile(manifest, key as PackageKey, "")),
  ].map((folder) => posix.normalize(folder).replace(/\/$/, ""));
}

type PackageKey = keyof Catalog["manifest"]["packages"];

/** The path of a generated file of a package. */
export function packageFile(
  { packages }: Catalog["manifest"],
  key: PackageKey,
  file: string,
): string {
  return posix.join(packages[key].source, "generated", file);
}
