import type { Failure } from "./generated/types.js";

/** The texts of one locale: plain data, without any code. */
export interface MessageBundle {
  /** The locale's BCP 47 tag. */
  readonly locale: string;
  /** Sentences on what became of the request, one for each outcome, the same for every failure. */
  readonly outcomes?: OutcomeSentences;
  /**
   * The texts of each failure by its name. A failure that is not here falls to the next bundle of
   * the chain.
   */
  readonly texts: { readonly [Name in TextName]?: FailureTexts };
}

/** The name of a failure; `NO_RESPONSE_rejected` is a request that was never sent. */
export type TextName = Failure["name"] | "NO_RESPONSE_rejected";

/** The texts of one failure. A bundle of messages alone has no title and no description. */
export type FailureTexts = readonly [
  /** With `{name}` for each param; for `UNRECOGNIZED`, `{code}`. */
  message: string,
  title?: string,
  description?: string,
  /** The message where the params could not be read. */
  paramless?: string,
  /** The words for known values, by param and value. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>,
];

/** Sentences on what became of a request, one for each outcome. */
export interface OutcomeSentences {
  readonly rejected: string;
  /** Rejected, but an earlier request may stand, such as the one that this one repeats. */
  readonly "rejected-after-reconcile": string;
  readonly unknown: string;
  readonly applied: string;
}

/** Texts for developers of clients, by the name of the error. */
export type DeveloperTexts = { readonly [Name in Failure["name"]]?: string };
