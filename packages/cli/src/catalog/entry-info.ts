/** The facts about one error. */
export interface EntryInfo {
  readonly name: string;
  readonly code: string;
  /** Other codes that were seen for it. */
  readonly aliases: readonly string[];
  /** The documented HTTP status; `null` where no source says. */
  readonly httpStatus: number | null;
  /** The message on the wire, with `{name}` for each param. */
  readonly message: string;
  /** Other wordings that were seen. */
  readonly variants: readonly string[];
  readonly params: Readonly<Record<string, ParamInfo>>;
  /** As documented; empty if no source has one. */
  readonly description: string;
  readonly category: string;
  readonly fault: string;
  readonly outcome: string;
  readonly retry: string;
  /** The shortest wait of `after-delay`, as an ISO 8601 duration. */
  readonly delay?: string;
  /** The only venue that it is listed for. */
  readonly venue?: string;
  /** The names of the errors that no source distinguishes from this one. */
  readonly alike?: readonly string[];
  /** Whether the API's own table lists it. */
  readonly documented: boolean;
  /** The line that says so, quoted. */
  readonly evidence: readonly Evidence[];
  /** Set when the API no longer sends it. */
  readonly retired?: {
    readonly since: string;
    readonly reason: string;
    readonly replacedBy?: string;
    /** The day from which it may be removed. */
    readonly sunset?: string;
  };
}

/** The meaning of a placeholder, and a value as the API may send it. */
interface ParamInfo {
  readonly meaning: string;
  readonly example: string;
  /** The only values that the API sends, where a source lists them. */
  readonly values?: readonly string[];
}

/** A line of a document. */
export interface Evidence {
  readonly document: string;
  /** Counted from 1. */
  readonly line: number;
  /** The last of several lines. */
  readonly lastLine?: number;
  readonly text: string;
}
