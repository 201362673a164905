import type { EditedTexts, ParsedFiles } from "../source/read-source-file.js";
import type { KnownTexts } from "../std/read-known-text.js";
import type { KnownValidations } from "./validate-file.js";

/**
 * The state that generating from a catalog leaves for the next time: sources that have not changed
 * are neither parsed nor validated again, and generated files are not read again. Whoever loads one
 * catalog again and again keeps a session. Its members are codegen's own, and may change in a minor
 * version.
 */
export interface Session {
  readonly parsed: ParsedFiles;
  readonly validations: KnownValidations;
  /** The generated files that were compared. */
  readonly generated: KnownTexts;
  /** The texts that are read in the place of files, to check edits before they are written. */
  readonly edited: EditedTexts;
}

/** Creates a session in which nothing has been loaded yet. */
export function createSession(): Session {
  return {
    parsed: new Map(),
    validations: new WeakMap(),
    generated: new Map(),
    edited: new Map(),
  };
}
