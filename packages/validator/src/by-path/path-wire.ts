import type { Path } from "./find-values.js";

/** The manifest's rules for reading responses. */
export interface PathWire {
  /** The places of the errors of a body. */
  readonly body: ErrorPlaces;
  /** The places of the errors of an item of a batch. */
  readonly item: ErrorPlaces;
  /** The path to the items of a batch. */
  readonly batch?: Path;
  /** The codes that mean success. */
  readonly success: readonly unknown[];
  /** Matches the code in a string that has more than the code. */
  readonly codePattern?: RegExp;
  /** Whether the HTTP status is the code of a failure that has no other. */
  readonly statusIsCode: boolean;
  /** Whether a code tells errors from successes by itself; if not, flags and status decide. */
  readonly codeDecides: boolean;
  /** The members that say whether the request failed, with the values that say so. */
  readonly flags: readonly Flag[];
  /** The lowest HTTP status that says so. */
  readonly failedStatus: number;
}

/** The places of errors. */
export interface ErrorPlaces {
  /** The path to an error, or to a list of them. */
  readonly error: Path;
  readonly isList: boolean;
  /** The paths from an error to its code. */
  readonly code: readonly Path[];
  /** The paths from an error to its text. */
  readonly message: readonly Path[];
}

interface Flag {
  readonly path: Path;
  readonly values: readonly unknown[];
}
