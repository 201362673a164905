import type { ParsedResponse } from "../generated/types.js";

/** A recorded answer of the API, and what the record says about it. */
export interface Answer {
  readonly result: ParsedResponse;
  readonly status: number | undefined;
  /** The record that it was found in: its time and its request are looked up where they count. */
  readonly record: unknown;
}

/** Why a record has no answer. */
export type Skipped =
  /** It is not JSON, and has none in it. */
  | "not-json"
  /** No body of a response was found in it. */
  | "no-body"
  /** A response of a browser session that is neither JSON nor a failure: a page, an image. */
  | "other";
