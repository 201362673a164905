import type { Problem } from "../problem/problem.js";

/** A file to be written. */
export interface OutputFile {
  /** Relative to the catalog's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What emitting gives. */
export interface Emitted {
  /** In the order of their paths. */
  readonly files: readonly OutputFile[];
  /** The catalog's: what its own emitters make names it. */
  readonly id: string;
  /** The folders named `generated`, relative to the catalog's folder: whatever lies there is codegen's. */
  readonly generatedFolders: readonly string[];
  /** The folders that hold generated files and nothing else: what says otherwise there is in the way. */
  readonly folders: readonly string[];
  /** The folders that emitters of one's own write into, beside files of other hands. */
  readonly sharedFolders: readonly string[];
  /** The sources and emitters that cannot be used; with them the files are not all there. */
  readonly problems: readonly Problem[];
}

/** What is emitted while nothing may be made of a catalog. */
export const NOTHING: Emitted = {
  files: [],
  id: "",
  generatedFolders: [],
  folders: [],
  sharedFolders: [],
  problems: [],
};
