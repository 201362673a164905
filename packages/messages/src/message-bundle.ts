import type { Failure } from "./generated/types.js";

/** The texts of one locale: plain data, without any code. */
export interface MessageBundle {
  /** The locale's BCP 47 tag. */
  readonly locale: string;
  /**
   * Message and description by the error's name, with `{name}` for each param. An error that is not
   * here falls to the next bundle of the chain. `UNRECOGNIZED` is the general sentence for errors
   * that came without any text, and for failures without a text of their own.
   */
  readonly texts: {
    readonly [Name in Failure["name"]]?: readonly [message: string, description: string];
  };
}
