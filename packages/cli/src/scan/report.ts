import type { Place } from "../capture/files/read-capture.js";

/** The result of a scan. Its JSON is the output of `--format json`. */
export interface Report {
  /** The version of this shape. Members may be added within one. */
  readonly version: 1;
  /** The catalog's id. */
  readonly catalog: string;
  readonly files: readonly string[];
  /** The input in numbers. */
  readonly read: ReadCounts;
  /** The errors, the most frequent first. */
  readonly errors: readonly ErrorCount[];
  /** The requests that may have been executed: no reads, and their outcome is not `rejected`. */
  readonly mayHaveBeenExecuted: Occurrences;
  /** Codes that the catalog does not list, or cannot tell from others. */
  readonly unknown: readonly Finding[];
  /** Known codes with texts that the catalog does not list. */
  readonly drift: readonly Finding[];
  /** Responses that are not the API's. */
  readonly invalid: readonly Finding[];
  /** Only with `--group-by`: how often each error occurred in each period. */
  readonly periods?: readonly Period[];
  /**
   * Input that could not be read, files without a response, and failures whose time nobody knows.
   */
  readonly problems: readonly FileProblem[];
}

/** Counts of what was understood in a capture. */
export interface ReadCounts {
  /** The records in which a response was found, or a request without one. */
  readonly responses: number;
  /** Of these, the successes, and the batches without a failure. */
  readonly successes: number;
  readonly batches: number;
  /** The items of batches. */
  readonly batchItems: number;
  /** Records without the body of a response. */
  readonly withoutBody: number;
  /** Lines that are not JSON and have no body in them. */
  readonly notJson: number;
  /** Responses that are not the API's by their kind (pages, images) or their address (`--url`). */
  readonly otherResponses: number;
  /** Records of more than 16 MiB, and JSON documents of more than 128 MiB. */
  readonly tooLong: number;
  /** Outside of `--since` and `--until`, or without a time. */
  readonly leftOut: number;
}

/** An error with the number of times that it occurred. */
export interface ErrorCount {
  readonly name: string;
  /** `null` where there is none, or where each has its own. */
  readonly code: string | null;
  /** The most cautious one of all that were found. */
  readonly outcome: string;
  /** Likewise: `after-reconcile` if it is that of any. */
  readonly retry: string;
  readonly count: number;
  /** The time at which it occurred, as ISO 8601; `null` where the records have no time. */
  readonly first: string | null;
  readonly last: string | null;
  /** The place where it was first found. */
  readonly place: Place;
}

/** One request that failed. */
export interface Occurrence {
  readonly place: Place;
  readonly name: string;
  readonly code: string | null;
  readonly outcome: string;
  readonly time: string | null;
  readonly status: number | null;
  readonly method: string | null;
  /** The path of the request, without host and query, and with `…` for ids. */
  readonly path: string | null;
  /** The position in a batch, counted from 0; `null` where it is not an item of one. */
  readonly item: number | null;
}

/** All requests of a kind: their number, and where the first of them stand. */
interface Occurrences {
  readonly count: number;
  /** Reads with such an outcome, which are not counted: they change nothing. */
  readonly reads: number;
  /** At most as many as `--requests` says. */
  readonly requests: readonly Occurrence[];
}

/** A code or an answer that someone has to look at. */
export interface Finding {
  /** The name of the error; `UNRECOGNIZED` and `INVALID_RESPONSE` among them. */
  readonly name: string;
  readonly code: string | null;
  readonly status: number | null;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly place: Place;
  /** The errors that share the code. */
  readonly candidates: readonly string[];
  /**
   * The texts that came with it, at most ten, those that differ in values alone as one; for an
   * answer that is not the API's, what is wrong with it.
   */
  readonly texts: readonly FoundText[];
}

/** A text of a response. */
export interface FoundText {
  /** As it first came. */
  readonly text: string;
  /** With `{value}` for what differs between those that came. */
  readonly template: string;
  readonly count: number;
  readonly place: Place;
}

/** The errors that occurred in a period. */
export interface Period {
  /** The beginning of the period, as ISO 8601; `null` for records without a time. */
  readonly time: string | null;
  readonly counts: Readonly<Record<string, number>>;
}

/** A problem with a file. */
export interface FileProblem {
  readonly file: string;
  readonly message: string;
}
