import type { NoResponse, ParsedResponse } from "../generated/types.js";
import type { Members } from "../json/members.js";

/** A recorded answer of the API, and what it was found in. */
export interface Answer {
  readonly result: ParsedResponse | Unanswered;
  readonly status: number | undefined;
  /**
   * The record that it was found in, and what that stood in, the innermost first. Time and request
   * are looked up only where they count.
   */
  readonly records: readonly unknown[];
  /** Whether it is a failure that the generated packages made. */
  readonly isOwn?: true;
}

/** A request that got no answer. */
export interface Unanswered {
  readonly kind: "none";
  readonly error: NoResponse;
}

/** The reason why a record has no answer. */
export type Skipped =
  /** It is not JSON, and has none in it. */
  | "not-json"
  /** No body of a response was found in it. */
  | "no-body"
  /** A response of a browser session that is not the API's: a page, an image, another address. */
  | "other";

/** Reads requests whose answer is missing, but whose status of 5XX or lost connection is not. */
export interface FailedRequests {
  inText(text: string, status: number | undefined, records: readonly unknown[]): Answer | undefined;
  inRecord(record: Members): Answer | undefined;
}

/** The rules by which an answer is looked for. */
export interface FindOptions {
  /** Reads the answer where it stands in each record; absent: it is looked for. */
  readonly answerAt?: ((record: Members) => Answer | undefined) | undefined;
  /** Only answers to requests whose address has this text are the API's. */
  readonly url?: string | undefined;
  /** What else counts than a body. A page, which is asked about one, does without. */
  readonly failedRequests?: FailedRequests;
  /** Whether a record is surely one of a log, in which codes of other things are common. */
  readonly isLog?: boolean;
  /** The depth in the record from which it is looked for; absent: from the record itself. */
  readonly depth?: number;
}
