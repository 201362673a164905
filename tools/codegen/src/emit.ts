import { posix } from "node:path";
import type { Catalog } from "./catalog.js";
import { discover } from "./discover.js";
import { messageOf } from "./message-of.js";
import type { Problem } from "./problem.js";

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
  /** The file of the catalog that it is made from, for problems that only show while it is made. */
  readonly source: string;
  /** The same catalog gives the same bytes. It throws where the source cannot be used, and says why. */
  emit(catalog: Catalog): readonly OutputFile[] | Promise<readonly OutputFile[]>;
}

/** What emitting gives. */
export interface Emitted {
  /** In the order of their paths. */
  readonly files: readonly OutputFile[];
  /** The sources that cannot be used; with them the files are not all there. */
  readonly problems: readonly Problem[];
}

/** Runs every emitter, whatever one of them finds. */
export async function emit(catalog: Catalog): Promise<Emitted> {
  const files: OutputFile[] = [];
  const problems: Problem[] = [];
  for (const emitter of await discover<Emitter>("emitters", "emitter")) {
    try {
      files.push(...(await emitter.emit(catalog)));
    } catch (error) {
      const [message, file] = [messageOf(error), emitter.source];
      // Several outputs may be made from one source, and find the same.
      if (problems.some((other) => other.message === message && other.location.file === file))
        continue;
      const location = { file, line: 1, column: 1 };
      problems.push({ rule: emitter.name, severity: "error", message, location });
    }
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
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
