import { types } from "node:util";
import { localize, negotiateLocale } from "@hashkey-errors/messages";
import { messages as en } from "@hashkey-errors/messages/en";
import { messages as zh } from "@hashkey-errors/messages/zh-Hant-HK";
import {
  assertErrorBody,
  errorBodySchema,
  type Failure,
  failureOf,
  HashKeyApiError,
  identify,
  isErrorBody,
  isHashKeyApiError,
  matchError,
  type ParsedResponse,
  parseResponse,
  parseText,
  responseSchema,
  unwrap,
} from "@hashkey-errors/validator";
import { pairBatch } from "@hashkey-errors/validator/batch";
import { fromCcxt } from "@hashkey-errors/validator/ccxt";
import { nextStep } from "@hashkey-errors/validator/next-step";
import { fromProblem, toProblem } from "@hashkey-errors/validator/problem";
import { errorAttributes } from "@hashkey-errors/validator/telemetry";

/** A call of the packages with a hostile value; what is wrong with its result, or nothing. */
type Call = (value: never) => string | undefined | void;

/**
 * The calls that promise never to throw, whatever comes from the network or from another library,
 * by their name. A call returns what is wrong with a result.
 */
export const calls: Readonly<Record<string, Call>> = {
  "parseResponse(value)": (value: unknown) => checkBody(parseResponse(value), value),
  "parseResponse(value, { httpStatus: 200 })": (value: unknown) =>
    checkBody(parseResponse(value, { httpStatus: 200 }), value),
  "parseResponse(value, { httpStatus: 502 })": (value: unknown) => {
    const { kind } = parseResponse(value, { httpStatus: 502 });
    return kind === "success" || kind === "batch" ? `${kind} under HTTP 502` : undefined;
  },
  "parseResponse({}, { httpStatus: value })": (value: number) =>
    typeof value === "number" || value === undefined
      ? undefined
      : checkKind(parseResponse({}, { httpStatus: value }), "invalid"),
  "parseResponse({ result: [value, error] })": (value: unknown) => {
    const result = parseResponse({ code: 0, result: [value, { code: "-1141" }] });
    return result.kind === "batch" && result.items.length === 2 ? undefined : "an item is lost";
  },
  "parseText(value)": (value: string) => void parseText(value),
  "parseText({ parse: () => value })": (value: unknown) => {
    const result = parseText("{}", { parse: () => value });
    return Object.is(result.body, value) ? undefined : "the body is another";
  },
  "identify(-1141, value)": (value: string) => {
    const { name } = identify("-1141", value);
    return name === "ORDER_DUPLICATE" ? undefined : `the name is ${name}`;
  },
  "identify(value)": (value: string) => void identify(value),
  "isErrorBody(value)": (value: unknown) => void isErrorBody(value),
  "assertErrorBody(value)": (value: unknown) =>
    expectThrow(() => assertErrorBody(value), TypeError),
  "errorBodySchema.validate(value)": (value: unknown) => {
    const result = errorBodySchema["~standard"].validate(value);
    return isOutput(result, value);
  },
  "responseSchema.validate(value)": (value: unknown) =>
    isOutput(responseSchema["~standard"].validate(value), value),
  "failureOf(value)": (value: unknown) => checkFailure(failureOf(value)),
  "isHashKeyApiError(value)": (value: unknown) => void isHashKeyApiError(value),
  "fromCcxt(value)": (value: unknown) => {
    const result = fromCcxt(value);
    return result?.kind === "success" ? "what ccxt threw is a success" : undefined;
  },
  "fromProblem(value)": (value: unknown) => checkFailure(fromProblem(value)),
  "new HashKeyApiError(failure, { cause, body })": (value: unknown) => {
    const error = new HashKeyApiError(identify("-1141"), { cause: value, body: value });
    void [String(error), JSON.stringify(error)];
  },
  "unwrap(parseResponse(value))": (value: unknown) =>
    expectThrow(() => unwrap(parseResponse(value)), HashKeyApiError),
  "all that takes the failure of parseResponse(value)": (value: unknown) => {
    const result = parseResponse(value);
    if (result.kind === "error" || result.kind === "invalid") return checkFailure(result.error);
    if (result.kind === "batch") nextStep(result, { method: "POST" });
    pairBatch(result, ["1"], (id) => id);
    return undefined;
  },
  "nextStep(failure, { headers: { retry-after: value } })": (value: string) =>
    checkStep(nextStep(WAITING, { method: "GET", headers: { "Retry-After": value } })),
  "nextStep(failure, { headers: { get: () => value } })": (value: string) =>
    checkStep(nextStep(WAITING, { method: "GET", headers: { get: () => value } })),
  "negotiateLocale(value)": (value: string) => void negotiateLocale(value),
  "negotiateLocale([value, value])": (value: string) => void negotiateLocale([value, value]),
};

const WAITING: Failure = identify("-1003");

function checkBody(result: ParsedResponse, value: unknown): string | undefined {
  if (!Object.is(result.body, value)) return "the body is another";
  return hasErrorCode(value) && result.kind === "success" ? "an error is a success" : undefined;
}

/**
 * Whether an object has an error's code as plain data. A proxy has no data, and an array has no
 * members.
 */
function hasErrorCode(value: unknown): boolean {
  if (types.isProxy(value) || Array.isArray(value)) return false;
  try {
    const code: unknown = Object.getOwnPropertyDescriptor(value, "code")?.value;
    return typeof code === "string" && !["0", "0000", "200"].includes(code);
  } catch {
    return false;
  }
}

function checkKind(result: ParsedResponse, kind: ParsedResponse["kind"]): string | undefined {
  return result.kind === kind ? undefined : `the kind is ${result.kind}`;
}

function isOutput(result: object, value: unknown): string | undefined {
  return "issues" in result || Object.is((result as { value: unknown }).value, value)
    ? undefined
    : "the output is another";
}

/** Gives a failure to all that takes one. */
function checkFailure(failure: Failure | undefined): string | undefined {
  if (failure === undefined) return undefined;
  const texts = localize(failure, [zh, en]);
  void [errorAttributes(failure), matchError(failure, { _: () => 0 }), localize(failure, [])];
  void String(new HashKeyApiError(failure));
  const { status } = toProblem(failure, { localized: texts });
  if (status < 400) return `the status is ${status}`;
  return checkStep(nextStep(failure, { method: "POST" }));
}

function checkStep({ afterMs }: { readonly afterMs: number | null }): string | undefined {
  const isTime = afterMs === null || (afterMs >= 0 && afterMs <= 2 ** 31 - 1);
  return isTime ? undefined : `to wait for ${afterMs} ms`;
}

function expectThrow(call: () => unknown, expected: typeof TypeError | typeof HashKeyApiError) {
  try {
    call();
  } catch (error) {
    if (!(error instanceof expected)) throw error;
    if (expected === TypeError && !error.message.startsWith("not an error body")) throw error;
  }
}
