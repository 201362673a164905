import type { Location, Problem } from "../problem/problem.js";

/** A path into a document: member names and list indexes. */
export type DocumentPath = readonly (string | number)[];

/** An unquoted scalar of YAML, which may be read as something else than was meant. */
export interface PlainScalar {
  readonly path: DocumentPath;
  /** Whether it is the member's own name. */
  readonly at: "key" | "value";
  /** The scalar as written. */
  readonly raw: string;
  /** The scalar as YAML 1.2 reads it. */
  readonly value: unknown;
  /** The comment behind it, with the blanks before it; empty if its line has none. */
  readonly comment: string;
}

/** A YAML or JSON file of the catalog, and the place of each of its values. */
export interface SourceFile {
  /** Relative to the catalog's folder. */
  readonly file: string;
  /** The parsed value; undefined where the file could not be parsed. */
  readonly value: unknown;
  /** Whether an unquoted scalar may be read as something else than was meant. */
  readonly mayMislead: boolean;
  /** Problems with the characters and the syntax. */
  readonly problems: readonly Problem[];
  /**
   * The place of a value, or with `key` that of the member's own name; of the nearest parent where
   * the path leads nowhere.
   */
  locate(path: DocumentPath, at?: "key" | "value"): Location;
  /**
   * Every unquoted scalar of a YAML file; none of a JSON file. Call it once, when the file is
   * validated: it frees the parsed tree.
   */
  plainScalars(): readonly PlainScalar[];
}
