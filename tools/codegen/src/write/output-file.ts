import type { Problem } from "../problem/problem.js";

/** A file to be written. */
export interface OutputFile {
  /** Relative to the catalog's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Returns the text in pieces, where it is long: `text` then joins them whenever it is read. */
  readonly pieces?: (() => Iterable<string>) | undefined;
}

/** The files of a catalog in memory, and what prevented others. */
export interface Emitted {
  /** The files in the order of their paths. */
  readonly files: readonly OutputFile[];
  /** The signs by which `compareFiles` recognizes files that the catalog may replace and remove. */
  readonly owner: FileOwner;
  /** The sources and emitters that cannot be used; with any of them, files are missing. */
  readonly problems: readonly Problem[];
}

/** A catalog as the owner of files. Paths are relative to its folder. */
export interface FileOwner {
  /** The catalog's id, which the files of custom emitters name. */
  readonly id: string;
  /** The folders that may hold only files that codegen generated. */
  readonly folders: readonly string[];
  /** The folders that custom emitters write into, beside files that are written by hand. */
  readonly sharedFolders: readonly string[];
  /** Whether custom emitters were left out: then files that are not emitted are left alone. */
  readonly isPartial: boolean;
}

/** The output for a catalog that cannot be used. */
export const NOTHING: Emitted = {
  files: [],
  owner: { id: "", folders: [], sharedFolders: [], isPartial: false },
  problems: [],
};
