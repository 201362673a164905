import type {
  ApiError,
  ErrorEntries,
  Failure,
  InvalidResponse,
  KnownError,
  NoResponse,
  UnrecognizedError,
} from "./generated/types.js";

/** A function for each failure to distinguish, and `_` for the rest. */
export type ErrorHandlers<Result = unknown, Given extends Failure = Failure> = {
  readonly [Name in keyof ErrorEntries]?: ((error: KnownError<Name>) => Result) | undefined;
} & {
  /** An error that the catalog does not list. */
  readonly UNRECOGNIZED?: ((error: UnrecognizedError) => Result) | undefined;
  /** An answer that is not the API's. */
  readonly INVALID_RESPONSE?: ((failure: InvalidResponse) => Result) | undefined;
  /** No answer at all. */
  readonly NO_RESPONSE?: ((failure: NoResponse) => Result) | undefined;
  /** Every failure that has no function of its own, errors of later versions included. */
  readonly _: (failure: Given) => Result;
};

/**
 * Anything at all. As the constraint of a type variable it keeps the compiler from widening `"no"`
 * to `string`.
 */
type Anything =
  | string
  | number
  | boolean
  | bigint
  | symbol
  | NonNullable<unknown>
  | null
  | undefined
  | void;

/** The union of the results of the functions, those that may be missing included. */
type ResultOf<Handlers> = {
  [Key in keyof Handlers]-?: NonNullable<Handlers[Key]> extends (...args: never) => infer Result
    ? Result
    : never;
}[keyof Handlers];

/** The functions as they are given: those of `ErrorHandlers`, and no key that is not a name. */
type OnlyHandlers<Handlers, Given extends Failure> = ErrorHandlers<unknown, Given> &
  Handlers & { readonly [Key in Exclude<keyof Handlers, keyof ErrorHandlers>]: never };

/** Any of the functions; the name of the failure says which of them takes it. */
type Handler = (failure: never) => unknown;

/**
 * Calls the function that has the failure's name, or `_`, and returns what it returns. Each error
 * of the catalog has a key of its own; a key that is not a name is a type error.
 *
 * @example
 * const done = matchError(failure, {
 *   UNRECOGNIZED: ({ code }) => `the code ${code} is new`,
 *   NO_RESPONSE: () => "perhaps",
 *   _: ({ outcome }) => (outcome === "rejected" ? "no" : "perhaps"),
 * });
 */
export function matchError<
  const Handlers extends ErrorHandlers<Result, ApiError>,
  Result extends Anything,
>(error: ApiError, handlers: OnlyHandlers<Handlers, ApiError>): ResultOf<Handlers>;
export function matchError<const Handlers extends ErrorHandlers<Result>, Result extends Anything>(
  failure: Failure,
  handlers: OnlyHandlers<Handlers, Failure>,
): ResultOf<Handlers>;
export function matchError(failure: Failure, handlers: { readonly _: Handler }): unknown {
  const { name } = failure;
  // By any name: the compiler gives up on what 400 functions have in common.
  const byName: Readonly<Record<string, Handler | undefined>> = handlers;
  const own = Object.hasOwn(handlers, name) ? byName[name] : undefined;
  return ((own ?? handlers._) as (failure: Failure) => unknown)(failure);
}
