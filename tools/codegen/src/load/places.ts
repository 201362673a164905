import { type Location, startOf } from "../problem/problem.js";
import type { DocumentPath, SourceFile } from "../source/source-file.js";
import type { LocatedEntry } from "./well-formed.js";

/** The places of a catalog's parts in its files. */
export interface Places {
  /** The place of an entry, by its index in the catalog: two entries may have one name. */
  entryAt(index: number, path?: DocumentPath): Location;
  /** The file that holds an entry; undefined for an entry that is not in a file yet. */
  fileOf(index: number): string | undefined;
  manifest(path: DocumentPath): Location;
  locale(tag: string, path: DocumentPath, at?: "key" | "value"): Location;
  /** A place in `glossary.yaml`, which must exist. */
  glossary(path: DocumentPath): Location;
  file(file: string): Location;
}

/** The files that places are looked up in. */
export interface LocatedFiles {
  readonly entries: readonly LocatedEntry[];
  readonly manifest: SourceFile;
  readonly locales: readonly SourceFile[];
  readonly glossary: SourceFile | undefined;
}

/** Makes the places of a catalog. */
export function createPlaces({ entries, manifest, locales, glossary }: LocatedFiles): Places {
  const localeFiles = new Map(locales.map((file) => [file.file, file]));
  return {
    entryAt(index, path = ["name"]) {
      const entry = entries[index];
      if (entry === undefined) return manifest.locate([]);
      return entry.file.locate(["entries", entry.index, ...path]);
    },
    fileOf: (index) => entries[index]?.file.file,
    manifest: (path) => manifest.locate(path),
    locale: (tag, path, at) =>
      localeFiles.get(`locales/${tag}.json`)?.locate(path, at) ?? manifest.locate([]),
    glossary: (path) => (glossary ?? manifest).locate(path),
    file: startOf,
  };
}
