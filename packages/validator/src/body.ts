import type { EntryRow, Template, Text } from "./entry-row.js";
import { groups } from "./generated/entries.js";
import type { ErrorBody, ErrorName, ErrorParams } from "./generated/types.js";
import { codeKey, errorPath, messageKey, numericCodes } from "./generated/wire.js";
import { errorNamed, identify } from "./identify.js";
import { createResponse, type RuntimeResponse } from "./runtime-response.js";

/** How a body is written where the API has several forms. */
export interface BodyOptions {
  /** Whether the code comes as a string, as documented, or as the JSON number of the same value. */
  readonly form?: "string" | "number" | undefined;
}

/** The same for a whole response. */
export interface ErrorResponseOptions extends BodyOptions {
  /** The HTTP status; the documented one by default, or 400 where no source says. */
  readonly status?: number | undefined;
}

/**
 * The values of an error's placeholders, and the options. Values may be left out where there are
 * none.
 */
export type BodyArguments<Name extends ErrorName, Options> = keyof ErrorParams[Name] extends never
  ? [params?: Readonly<Record<string, never>>, options?: Options]
  : [params: ErrorParams[Name], options?: Options];

/**
 * Returns the body that the API answers an error with: the inverse of `parseResponse`, for tests,
 * mocks and servers.
 *
 * It throws a TypeError where the name is not an error's, where a param is missing, or where a
 * value cannot be read back from the text, such as an empty one.
 *
 * @example
 * parseResponse(errorBody(name, params)); // { kind: "error", error: { name, params, drift: false, ... }, ... }
 */
export function errorBody<Name extends ErrorName>(
  name: Name,
  ...[params, options]: BodyArguments<Name, BodyOptions>
): ErrorBody {
  const values: Values = params ?? {};
  const [, code, [message]] = rowOf(name);
  const text = render(name, message, values);
  const read = identify(code, text);
  if (read.name !== name || !isSame((read as { params: Values }).params, values)) {
    throw new TypeError(`${name}: these params cannot be read back from ${JSON.stringify(text)}`);
  }
  const error = { [codeKey]: formOf(name, code, options?.form), [messageKey]: text };
  return errorPath.reduceRight<object>((inner, key) => ({ [key]: inner }), error) as ErrorBody;
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
  return createResponse(body, options?.status ?? errorNamed(name)?.httpStatus ?? 400, {
    "content-type": "application/json",
  });
}

type Values = Readonly<Record<string, string>>;

/** The rows by name. Built by the first call. */
let byName: Map<string, EntryRow> | undefined;

function rowOf(name: string): EntryRow {
  byName ??= new Map(groups.flatMap((group) => group[5].map((row) => [row[0], row])));
  const row = byName.get(name);
  if (row === undefined) throw new TypeError(`${JSON.stringify(name)} is not the name of an error`);
  return row;
}

function render(name: string, message: Text, values: Values): string {
  if (typeof message === "string") return message;
  const [names, literals, quotes] = message as Template;
  return names.reduce((text, param, index) => {
    const value = Object.hasOwn(values, param) ? values[param] : undefined;
    if (typeof value !== "string") throw new TypeError(`${name}: the param ${param} is missing`);
    const [open = "", close = ""] = quotes?.[index] ?? "";
    return text + open + value + close + literals[index + 1];
  }, literals[0] as string);
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
