import type { EntryInfo } from "../catalog/entry-info.js";
import { entryNamed } from "../catalog/lookup.js";
import { findCode } from "../explain/find-code.js";
import { findName } from "../explain/find-name.js";
import { findNear } from "../explain/find-near.js";
import { errorBody } from "../generated/body.js";
import { parseResponse } from "../generated/validator.js";
import { errorItem } from "./bodies.js";
import { quote, readMembers } from "./read-fields.js";
import { BREAKDOWNS, type ErrorReply, type Report } from "./reply.js";

/** Options for writing an error. */
interface ErrorOptions {
  /** The values of its placeholders; the catalog's examples stand in for the others. */
  readonly params: unknown;
  /** Whether the code comes as a string or as a number. */
  readonly form: unknown;
}

/** Returns the reply with the error that a code or a name means. */
export function readErrorReply(
  asked: string,
  options: ErrorOptions,
  where: string,
  report: Report,
): (ErrorReply & { readonly entry: EntryInfo }) | undefined {
  const entry = findEntry(asked, where, report);
  if (entry === undefined) return undefined;
  const params = readParams(entry, options.params, where, report);
  const form = options.form ?? "string";
  if (form !== "string" && form !== "number") {
    report(where, `form: expected string or number, found ${quote(form)}`);
    return undefined;
  }
  try {
    const body = (errorBody as BodyWriter)(entry.name, params, { form });
    const { status, text } = readBack(entry, body);
    const code = form === "number" ? Number(entry.code) : entry.code;
    const item = errorItem(code, text);
    return { kind: "error", name: entry.name, status, body, item, entry };
  } catch (error) {
    // It says which param is missing or cannot be sent, or that the error is retired.
    report(where, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

type BodyWriter = (name: string, params: object, options: { readonly form: string }) => object;

function findEntry(asked: string, where: string, report: Report): EntryInfo | undefined {
  const found = findEntries(asked);
  if (found.length === 1) return found[0];
  const names = found.map(({ name }) => name).join(", ");
  if (found.length > 1)
    report(where, `several errors have the code ${asked}; name one of ${names}`);
  else report(where, describeUnknown(asked));
  return undefined;
}

/** Returns the errors that a code or a name means. */
export function findEntries(asked: string): readonly EntryInfo[] {
  const found = findCode(asked) ?? findName(asked);
  const names = [...new Set(found?.failures.map(({ name }) => name))];
  return names.flatMap((name) => entryNamed(name) ?? []);
}

/** Returns what is wrong with a reply that is neither a word nor an error, and what is similar. */
export function describeUnknown(asked: string): string {
  const near = findNear(asked).slice(0, 3);
  const similar = near.map(({ name }) => name).join(", ");
  return `unknown reply ${quote(asked)}; expected a name, a code, success, ${BREAKDOWNS.join(", ")} or a status such as http-502${similar && `; similar: ${similar}`}`;
}

function readParams(entry: EntryInfo, value: unknown, where: string, report: Report): object {
  const known = Object.entries(entry.params);
  const examples = known.map(([name, { example }]) => [name, example]);
  if (value === undefined) return Object.fromEntries(examples);
  const names = known.map(([name]) => name);
  const given = readMembers(value, names, `${where} params`, report) ?? {};
  const texts = Object.entries(given).flatMap(([name, text]) => {
    if (!names.includes(name)) return [];
    if (typeof text !== "object") return [[name, String(text)]];
    report(`${where} params`, `expected a text as ${quote(name)}, found ${quote(text)}`);
    return [];
  });
  return { ...Object.fromEntries(examples), ...Object.fromEntries(texts) };
}

/** The documented status, or one under which the body is read as this error; and its text. */
function readBack({ name, code, httpStatus }: EntryInfo, body: object): Readback {
  const own = [httpStatus ?? 400, 400, Number(code), 200].filter((n) => n >= 200 && n < 600);
  for (const status of own) {
    const result = parseResponse(body, { httpStatus: status });
    if (result.kind === "error" && result.error.name === name)
      return { status, text: result.error.msg ?? "" };
  }
  throw new TypeError(`${name} cannot be written as a body`);
}

interface Readback {
  readonly status: number;
  readonly text: string;
}
