import type { Failure } from "../generated/types.js";

/** The way a question was understood. */
export type Way = "code" | "name" | "sentence" | "response" | "text";

/** The subject of a question. */
export interface Found {
  readonly way: Way;
  /** A sentence for the user, where the question was understood in another form than it has. */
  readonly hint?: string;
  /**
   * The errors meant; several where one code has several meanings, none where it reports no error.
   */
  readonly failures: readonly Failure[];
}

/** Errors similar to a question that nothing answers. */
export interface Near {
  readonly name: string;
  readonly code: string;
}

/** The answer to one question. */
export interface Answered {
  readonly asked: string;
  readonly found: Found | undefined;
  /** Only where nothing was found. */
  readonly near: readonly Near[];
}
