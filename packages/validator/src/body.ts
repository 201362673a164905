import { type Entry, findEntryNamed } from "./entries.js";
import { toErrorBody } from "./generated/to-error-body.js";
import type { ErrorBody, ErrorName, ErrorParams } from "./generated/types.js";
import { numericCodes } from "./generated/wire.js";
import { identify } from "./identify.js";
import { createResponse, type RuntimeResponse } from "./runtime-response.js";
import type { Template } from "./template.js";

/** Options on the form of a body where the API has several. */
export interface BodyOptions {
  /** Whether the code comes as a string, as documented, or as the JSON number of the same value. */
  readonly form?: "string" | "number" | undefined;
}

/** Options on the form of a whole error response. */
export interface ErrorResponseOptions extends BodyOptions {
  /** The HTTP status; the documented one by default, or 400 where no source says. */
  readonly status?: number | undefined;
}

/**
 * The values of an error's placeholders, and the options. Values may be left out where there are
 * none, or where the name may be that of an error without any.
 */
export type BodyArguments<Name extends ErrorName, Options> =
  NoParams extends ParamsOf<Name>
    ? [params?: ParamsOf<Name>, options?: Options]
    : [params: ParamsOf<Name>, options?: Options];

type NoParams = Readonly<Record<string, never>>;

/** The params of the error of a name; of several names, those of any. */
type ParamsOf<Name extends ErrorName> = Name extends unknown
  ? keyof ErrorParams[Name] extends never
    ? NoParams
    : ErrorParams[Name]
  : never;

/**
 * Returns the body with which the API reports an error: the inverse of `parseResponse`, for tests,
 * mocks and servers.
 *
 * It throws a TypeError where the name is not an error's, where a param is missing, or where a
 * value cannot be read back from the text, such as an empty one.
 *
 * @example
 * parseResponse(errorBody(name, params)); // { kind: "error", error: { name, params, ... }, ... }
 */
export function errorBody<Name extends ErrorName>(
  name: Name,
  ...[params, options]: BodyArguments<Name, BodyOptions>
): ErrorBody {
  const values: Values = params ?? {};
  const { error, wordings } = entryOf(name);
  const { code } = error;
  const text = render(name, wordings[0] as Template, values);
  const read = identify(code, text) as ReadError;
  if (read.name !== name || !isSame(read.params ?? {}, values)) {
    throw new TypeError(`${name}: these params cannot be read back from ${JSON.stringify(text)}`);
  }
  return toErrorBody(formOf(name, code, options?.form), text) as ErrorBody;
}

/**
 * Returns the same as a `Response`, with the documented HTTP status. It throws as `errorBody` does.
 *
 * @example
 * fetchMock.mockResolvedValue(errorResponse(name, params));
 */
export function errorResponse<Name extends ErrorName>(
  name: Name,
  ...[params, options]: BodyArguments<Name, ErrorResponseOptions>
): RuntimeResponse {
  const body = errorBody(name, ...([params, options] as BodyArguments<Name, BodyOptions>));
  return createResponse(body, options?.status ?? entryOf(name).error.httpStatus ?? 400, {
    "content-type": "application/json",
  });
}

type Values = Readonly<Record<string, string>>;

/** The members that are compared of the error that is read back. */
interface ReadError {
  readonly name: string;
  readonly params?: Values | null;
}

function entryOf(name: string): Entry {
  const entry = findEntryNamed(name);
  if (entry === undefined)
    throw new TypeError(`${JSON.stringify(name)} is not the name of an error`);
  return entry;
}

function render(name: string, message: Template, values: Values): string {
  let text = message[0] as string;
  for (let at = 1; at < message.length; at += 3) {
    const [param, [open = "", close = ""], literal] = message.slice(at) as [string, string, string];
    const value = Object.hasOwn(values, param) ? values[param] : undefined;
    if (typeof value !== "string") throw new TypeError(`${name}: the param ${param} is missing`);
    text += open + value + close + literal;
  }
  return text;
}

function formOf(name: string, code: string, form: BodyOptions["form"]): string | number {
  if (form !== "number") return code;
  if (!numericCodes || !Number.isSafeInteger(Number(code))) {
    throw new TypeError(`${name}: the code ${code} does not come as a number`);
  }
  return Number(code);
}

function isSame(read: Values, values: Values): boolean {
  const names = Object.keys(values);
  return (
    names.length === Object.keys(read).length && names.every((name) => read[name] === values[name])
  );
}
