import type {
  Category,
  ErrorEntries,
  Fault,
  Outcome,
  Retry,
  StatusOutcome,
  StatusRetry,
} from "./generated/entries.js";

/**
 * The name of an error: its permanent identity, and what programs compare. Codes are not unique.
 * A later minor version may add names, so a `switch` over them needs a `default`.
 */
export type ErrorName = keyof ErrorEntries;

/** A code as the catalog lists it. Zero-padded codes are strings, so all of them are. */
export type ErrorCode = ErrorEntries[ErrorName]["code"];

/** The params of each error's text, by name; `{}` where the text has no variable part. */
export type ErrorParams = {
  readonly [Name in keyof ErrorEntries]: ErrorEntries[Name]["params"];
};

/**
 * An error that the catalog lists. `KnownError<Name>` is the one of that name, `KnownError` any.
 */
export type KnownError<Name extends ErrorName = ErrorName> = {
  [Each in Name]: KnownErrorOf<Each>;
}[Name];

// An editor joins the comments of all members of a union: those of `outcome`, `retry` and `code`
// say which failure they are about.

/** The shape of one known error: plain data, fit for JSON and `structuredClone`. */
export interface KnownErrorOf<Name extends ErrorName> {
  /** The error's permanent identity. Compare it to narrow the others. */
  readonly name: Name;
  /** The code as documented. The body has the code as received. */
  readonly code: ErrorEntries[Name]["code"];
  /** The documented HTTP status, `null` where no source says; not the status of this response. */
  readonly httpStatus: ErrorEntries[Name]["httpStatus"];
  /** What the error is about. */
  readonly category: Category;
  /** Whose side the cause is on. */
  readonly fault: Fault;
  /** The outcome of this one request. Only `rejected` means that nothing happened. */
  readonly outcome: Outcome;
  /** The step that has to come before the request is sent again. */
  readonly retry: Retry;
  /**
   * The values in the text, as received. `null` if the error has params, and its text is missing or
   * fits no known wording.
   */
  readonly params: ParamsOf<ErrorEntries[Name]["params"]>;
  /** The text as received; `null` if there was none. */
  readonly msg: string | null;
  /** Whether there was a text that fits neither the documented message nor a variant of it. */
  readonly drift: boolean;
}

/** Params that a text may have failed to give; an error without params always has them: none. */
type ParamsOf<Params> = keyof Params extends never ? Params : Params | null;

/** An error that the catalog does not list, or cannot tell from others with the same code. */
export interface UnrecognizedError {
  readonly name: "UNRECOGNIZED";
  /** The code of an `UNRECOGNIZED` error: as received, as a string. */
  readonly code: string;
  /** The text as received; `null` if there was none. */
  readonly msg: string | null;
  /**
   * The errors that share the code, if there was no text to decide between them, or one that fits
   * none.
   */
  readonly candidates: readonly ErrorName[];
  /** The outcome of an `UNRECOGNIZED` error: not known, unless the HTTP status alone says it. */
  readonly outcome: StatusOutcome;
  /**
   * The step after an `UNRECOGNIZED` error: first find out what happened, then decide;
   * `after-delay` where the HTTP status asks to wait.
   */
  readonly retry: StatusRetry;
}

/** The error that a response describes, a known or an unrecognized one. Narrow it by `name`. */
export type ApiError = KnownError | UnrecognizedError;
