import type { ParsedFiles } from "../source/read-source-file.js";
import type { KnownValidations } from "./validate-file.js";

/**
 * What loading a catalog leaves for the next time: files that have not changed are neither parsed
 * nor validated again. Whoever loads one catalog again and again keeps a session.
 */
export interface Session {
  readonly parsed: ParsedFiles;
  readonly validations: KnownValidations;
}

/** Creates a session in which nothing has been loaded yet. */
export function createSession(): Session {
  return { parsed: new Map(), validations: new WeakMap() };
}
