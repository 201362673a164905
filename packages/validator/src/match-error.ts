import type { ApiError, ErrorEntries, KnownError, UnrecognizedError } from "./generated/types.js";

/** A function for each error to be told apart, and `_` for the rest. */
export type ErrorHandlers<Result = unknown> = {
  readonly [Name in keyof ErrorEntries]?: (error: KnownError<Name>) => Result;
} & {
  /** An error that the catalog does not list. */
  readonly UNRECOGNIZED?: (error: UnrecognizedError) => Result;
  /** Every error that has no function of its own, errors of later versions included. */
  readonly _: (error: ApiError) => Result;
};

/** Anything at all. As the constraint of a type variable it keeps the compiler from widening `"no"` to `string`. */
type Anything = string | number | boolean | bigint | symbol | object | null | undefined | void;

/** What any of the functions returns. */
type ResultOf<Handlers> = {
  [Key in keyof Handlers]: Handlers[Key] extends (...args: never) => infer Result ? Result : never;
}[keyof Handlers];

/**
 * Calls the function that stands for the error's name, or `_`, and returns what it returns.
 * A key that is no name is a type error.
 *
 * @example
 * const done = matchError(error, {
 *   DUPLICATE: () => "perhaps",
 *   _: ({ outcome }) => (outcome === "rejected" ? "no" : "perhaps"),
 * });
 */
export function matchError<const Handlers extends ErrorHandlers<Result>, Result extends Anything>(
  error: ApiError,
  handlers: ErrorHandlers &
    Handlers & { readonly [Key in Exclude<keyof Handlers, keyof ErrorHandlers>]: never },
): ResultOf<Handlers> {
  const { name } = error;
  // By any name: the compiler gives up on what 400 functions have in common.
  const byName: Readonly<Record<string, unknown>> = handlers;
  const own = Object.hasOwn(handlers, name) ? byName[name] : undefined;
  return ((own ?? handlers._) as (error: ApiError) => ResultOf<Handlers>)(error);
}
