import type { Failure, NoResponse } from "./generated/types.js";
import { hide } from "./hide.js";
import { toPrintableCause } from "./printable-cause.js";
import { unpolluted } from "./unpolluted.js";

/** Options of an exception beside its failure. */
export interface ResponseErrorOptions {
  /**
   * The cause, such as the error that the client threw. The exception has it as `origin`, and only
   * its name and codes as `cause`.
   */
  readonly cause?: unknown;
  /** The response body. */
  readonly body?: unknown;
}

/** A failure as an exception. Each API has a class of its own made from this one. */
export class ResponseError extends Error {
  /** The failure that it reports. */
  readonly failure: Failure;
  /** The response body, where it was given. It is not enumerable: loggers leave it out. */
  declare readonly body: unknown;
  /**
   * The name and the codes of what led to it. Loggers and monitors print a cause, and that of a
   * client has the address, the headers and the body in it.
   */
  declare readonly cause?: Error;
  /** The cause that was given, if any. It is not enumerable: loggers leave it out. */
  declare readonly origin: unknown;

  constructor(failure: Failure, options: ResponseErrorOptions = {}) {
    super(describe(failure));
    const { cause, body } = unpolluted(options);
    this.failure = withHiddenCause(failure);
    // Members that may hold keys and signatures are printed neither by `console.log` nor by an
    // uncaught throw.
    hide(this, "body", body);
    hide(this, "origin", cause);
    if (cause !== undefined) hide(this, "cause", toPrintableCause(cause));
    hide(this, Symbol.for("nodejs.util.inspect.custom"), inspect);
  }

  /**
   * Returns the exception as plain data for a log: without body, cause and stack, which may hold
   * anything.
   */
  toJSON(): { readonly name: string; readonly message: string; readonly failure: Failure } {
    return { name: this.name, message: this.message, failure: this.failure };
  }
}

/**
 * An exception whose failure has a name. The class itself has no type parameter: with one, its
 * failure would be of type `any` after `instanceof`.
 */
export type WithFailure<Exception, Name extends Failure["name"]> = Failure["name"] extends Name
  ? Exception
  : Exception & { readonly failure: Extract<Failure, { readonly name: Name }> };

/** A failure that was made by hand may show its cause, in which clients keep the whole request. */
function withHiddenCause(failure: Failure): Failure {
  if (!Object.prototype.propertyIsEnumerable.call(failure, "cause")) return failure;
  const { cause, ...shown } = failure as NoResponse;
  hide(shown, "cause", cause);
  return shown;
}

function inspect(this: ResponseError): string {
  const { name, stack = `Error: ${this.message}` } = this;
  const failure = JSON.stringify(this.failure, undefined, 2);
  return `${stack.replace(/^Error(?=: )/, name)} ${failure}`;
}

/**
 * Line breaks and other control characters: they would forge lines of a log. Not by `\p{Cc}`: for
 * that, engines load the tables of Unicode when they read this module.
 */
const CONTROLS = /[^ -~\u00a0-\u2027\u202a-\uffff]/g;

function describe(failure: Failure): string {
  const [detail, text] = detailsOf(failure);
  const message = `${failure.name}${detail ? ` (${detail})` : ""}${text ? `: ${text}` : ""}`;
  // By its number: the build writes the character itself, and one that is not ASCII has engines
  // decode the whole file, and keep it in two bytes for each character.
  return message.replace(CONTROLS, String.fromCharCode(0xfffd));
}

function detailsOf(failure: Failure): readonly [detail: string | null, text: string | null] {
  if (failure.name === "NO_RESPONSE") {
    const isSent = failure.outcome !== "rejected";
    return [null, isSent ? "the request may have been executed" : "the request was not sent"];
  }
  if (failure.name !== "INVALID_RESPONSE") return [failure.code, failure.msg];
  const { httpStatus, issues } = failure;
  const [issue] = issues;
  const text = issue === undefined ? null : [...issue.path, issue.message].join(" ");
  return [httpStatus === null ? null : `HTTP ${httpStatus}`, text];
}

/** Recognizes a class by its name, so that two copies of the package know each other's errors. */
export function isResponseError(
  value: unknown,
  className: string,
  name?: string,
): value is ResponseError {
  try {
    if (Object.prototype.toString.call(value) !== "[object Error]") return false;
    const { name: ownClass, failure } = value as Partial<ResponseError>;
    return (
      ownClass === className && failure != null && (name === undefined || failure.name === name)
    );
  } catch {
    return false;
  }
}
