import { localize, negotiateLocale } from "@hashkey-errors/messages";
import { messages as brief } from "@hashkey-errors/messages/brief/ja";
import { messages as en } from "@hashkey-errors/messages/en";
import { messages as zh } from "@hashkey-errors/messages/zh-Hant-HK";
import {
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
import { errorBody } from "@hashkey-errors/validator/body";
import { fromCcxt } from "@hashkey-errors/validator/ccxt";
import { nextStep } from "@hashkey-errors/validator/next-step";
import { fromProblem, toProblem } from "@hashkey-errors/validator/problem";
import { errorAttributes } from "@hashkey-errors/validator/telemetry";

const BODIES = [
  '{"code":"-1141","msg":"x"}',
  '{"code":"0211","msg":"Order not found"}',
  '{"code":"0001","msg":"Required field \'side\' missing or invalid."}',
  '{"code":"-1007"}',
  '{"code":0,"result":[{"code":"-1141"},{"code":0},{"orderId":1},5]}',
  '{"code":[]}',
  '{"msg":"no code"}',
  '{"orderId":"1"}',
  "5",
];

/** Errors that clients throw: without an answer, with one, and those that are bugs. */
const thrown = (): readonly unknown[] => [
  new TypeError("fetch failed", { cause: withMembers(new Error("x"), { code: "ECONNREFUSED" }) }),
  new TypeError("fetch failed"),
  new TypeError("x is not a function"),
  withMembers(new Error("x"), {
    name: "AxiosError",
    response: { status: 400, data: { code: "-1141" } },
  }),
  new DOMException("x", "AbortError"),
  {},
];

/** Not by assignment, which fails where the prototype of errors is frozen. */
function withMembers(error: Error, members: Readonly<Record<string, unknown>>): Error {
  for (const [name, value] of Object.entries(members))
    Object.defineProperty(error, name, { __proto__: null, value } as PropertyDescriptor);
  return error;
}

/**
 * Calls everything public with plain inputs, and returns what each call returned, or threw, by the
 * call's name.
 */
export function collectAnswers(): ReadonlyMap<string, unknown> {
  const answers = new Map<string, unknown>();
  const ask = (name: string, call: () => unknown): void => {
    try {
      answers.set(name, call());
    } catch (error) {
      answers.set(name, error);
    }
  };
  for (const text of BODIES) {
    const body = JSON.parse(text);
    ask(`isErrorBody ${text}`, () => isErrorBody(body));
    ask(`errorBodySchema ${text}`, () => errorBodySchema["~standard"].validate(body));
    ask(`responseSchema ${text}`, () => responseSchema["~standard"].validate(body));
    ask(`parseText ${text}`, () => parseText(text));
    for (const httpStatus of [undefined, 502])
      askOfBody(ask, `${text} ${httpStatus}`, () => parseResponse(body, { httpStatus }));
  }
  for (const [index, error] of thrown().entries()) {
    ask(`failureOf ${index}`, () => failureOf(error));
    const failure = failureOf(error);
    if (failure !== undefined) askOfFailure(ask, `thrown ${index}`, failure);
  }
  for (const code of ["0001", 1, "-1141", "none"]) ask(`identify ${code}`, () => identify(code));
  ask("errorBody", () => errorBody("REQUIRED_FIELD_INVALID", { field: "side" }));
  ask("fromCcxt", () => fromCcxt(new Error('hashkey {"code":"-1141"}')));
  ask("negotiateLocale", () => negotiateLocale("zh-TW, en;q=0.5"));
  ask("jsonSchema", () => responseSchema["~standard"].jsonSchema.input({ target: "draft-07" }));
  return answers;
}

type Ask = (name: string, call: () => unknown) => void;

function askOfBody(ask: Ask, name: string, parse: () => ParsedResponse): void {
  ask(`parseResponse ${name}`, parse);
  const result = parse();
  ask(`unwrap ${name}`, () => unwrap(result));
  ask(`nextStep ${name}`, () => withoutJitter(nextStep(result)));
  ask(`pairBatch ${name}`, () => pairBatch(result, ["1", "2"], (id) => id));
  if (result.kind === "error" || result.kind === "invalid") askOfFailure(ask, name, result.error);
}

function askOfFailure(ask: Ask, name: string, failure: Failure): void {
  ask(`localize ${name}`, () => localize(failure, [zh, en]));
  ask(`localize briefly ${name}`, () => localize(failure, brief));
  ask(`localize without bundles ${name}`, () => localize(failure, []));
  ask(`toProblem ${name}`, () => toProblem(failure));
  ask(`fromProblem ${name}`, () => fromProblem(JSON.parse(JSON.stringify(toProblem(failure)))));
  ask(`errorAttributes ${name}`, () => errorAttributes(failure));
  ask(`matchError ${name}`, () => matchError(failure, { _: ({ name }) => name }));
  ask(`nextStep of the failure ${name}`, () => withoutJitter(nextStep(failure)));
  ask(`HashKeyApiError ${name}`, () => {
    const error = new HashKeyApiError(failure, { cause: new Error("x"), body: {} });
    return [error, String(error), isHashKeyApiError(error), failureOf(error)];
  });
}

/** The time to wait has a part of chance, of at most a second. */
function withoutJitter({ afterMs, ...step }: ReturnType<typeof nextStep>): object {
  return { ...step, isLong: afterMs !== null && afterMs > 1000 };
}

/** Prints the own members of a value in depth, but for stacks. */
export function print(value: unknown, parents: readonly unknown[] = []): string {
  if (typeof value !== "object" || value === null) return `${typeof value} ${String(value)}`;
  if (parents.includes(value)) return "itself";
  const members = Object.getOwnPropertyNames(value)
    .filter((name) => name !== "stack")
    .map(
      (name) => `${name}: ${print((value as Record<string, unknown>)[name], [...parents, value])}`,
    );
  return `{ ${members.join(", ")} }`;
}
