import type { Failure } from "./generated/types.js";

/** What an exception is made with, beside the failure. */
export interface ResponseErrorOptions {
  /**
   * What led to it, such as the error that the client threw. It is not printed, but some loggers
   * and monitors read it.
   */
  readonly cause?: unknown;
  /** The response body. */
  readonly body?: unknown;
}

/**
 * A failure as plain data: without the cause of a missing answer, in which clients keep the whole
 * request.
 */
type PlainFailure<F extends Failure> = F | Omit<F, "cause">;

/** A failure as an exception. Each API has a class of its own made from this one. */
export class ResponseError<F extends Failure = Failure> extends Error {
  /** What went wrong. */
  readonly failure: F;
  /** The response body, where it was given. It is not enumerable: loggers leave it out. */
  declare readonly body: unknown;

  constructor(failure: F, options?: ResponseErrorOptions) {
    super(describe(failure));
    this.failure = failure;
    const { cause, body } = options ?? {};
    // What holds keys and signatures is not printed: not by `console.log`, nor by an uncaught
    // throw,
    // which shows of a getter that it is one.
    Object.defineProperty(this, "body", { value: body });
    if (cause !== undefined) Object.defineProperty(this, "cause", { get: () => cause });
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), { value: inspect });
  }

  /**
   * Returns the exception as plain data for a log: without body, cause and stack, which may hold
   * anything.
   */
  toJSON(): { readonly name: string; readonly message: string; readonly failure: PlainFailure<F> } {
    return { name: this.name, message: this.message, failure: toPlain(this.failure) };
  }
}

function toPlain<F extends Failure>(failure: F): PlainFailure<F> {
  if (failure.name !== "NO_RESPONSE") return failure;
  const { cause: _secret, ...plain } = failure;
  return plain as Omit<F, "cause">;
}

function inspect(this: ResponseError): string {
  const { name, stack = `Error: ${this.message}` } = this;
  const failure = JSON.stringify(toPlain(this.failure), undefined, 2);
  return `${stack.replace(/^Error(?=: )/, name)} ${failure}`;
}

/** Line breaks and other control characters: they would forge lines of a log. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;

function describe(failure: Failure): string {
  const [detail, text] = detailsOf(failure);
  const message = `${failure.name}${detail === null ? "" : ` (${detail})`}${text ? `: ${text}` : ""}`;
  return message.replace(CONTROLS, "\ufffd");
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
