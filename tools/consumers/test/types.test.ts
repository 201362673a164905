import { expect, test } from "vitest";
import { compile, compilers, writeConsumer } from "./consumer.js";

const PRELUDE = `import { HashKeyApiError, type ApiError, type ErrorHandlers, type ErrorName, type ErrorParams, type Failure, type KnownError, type ParsedResponse, type Retry, failureOf, identify, isHashKeyApiError, matchError, parseResponse, parseText, unwrap } from "@hashkey-errors/validator";
import { errorBody } from "@hashkey-errors/validator/body";
import { nextStep } from "@hashkey-errors/validator/next-step";
import { errorAttributes } from "@hashkey-errors/validator/telemetry";
declare const error: ApiError;
declare const failure: Failure;
declare const response: ParsedResponse;
declare function same<A>(): <B>(...value: [A] extends [B] ? ([B] extends [A] ? [] : [never]) : [never]) => void;
`;

/** Programs that must compile. */
const accepted: Readonly<Record<string, string>> = {
  narrowing: `
if (error.name === "REQUIRED_FIELD_INVALID") {
  same<typeof error.code>()<"0001">();
  same<typeof error.httpStatus>()<400>();
  same<typeof error.params>()<{ readonly field: string } | null>();
  same<typeof error.outcome>()<"rejected" | "unknown" | "applied">();
} else if (error.name === "ORDER_NOT_FOUND") {
  same<typeof error.params>()<{}>();
} else if (error.name === "SYMBOL_INVALID") {
  same<typeof error.httpStatus>()<null>();
} else if (error.name === "UNRECOGNIZED") {
  same<typeof error.code>()<string>();
}`,
  kinds: `
if (response.kind === "error") response.error.retry;
if (response.kind === "invalid") response.httpStatus;
if (response.kind === "batch") for (const item of response.items) if (item.kind === "invalid") item.issues;`,
  handlers: `
const result = matchError(error, {
  ORDER_NOT_FOUND: (e) => e.code,
  PARAMETER_INVALID: ({ params }) => params?.parameter.length ?? 0,
  UNRECOGNIZED: ({ candidates }) => candidates.length > 0,
  _: (e) => (e.name === "UNRECOGNIZED" ? null : e.category === "order" ? null : null),
});
same<typeof result>()<"0211" | number | boolean | null>();
const literal = matchError(error, { ORDER_NOT_FOUND: () => "no", PARAMETER_INVALID: ({ params }) => (params ? 1 : 2), _: () => "perhaps" });
same<typeof literal>()<"no" | "perhaps" | 1 | 2>();
matchError(error, { ORDER_NOT_FOUND: () => {}, _: async () => ({ a: 1 }) });`,
  "handlers of every failure": `
const said = matchError(failure, {
  INVALID_RESPONSE: ({ issues }) => issues.length,
  NO_RESPONSE: ({ outcome }) => outcome,
  _: ({ name }) => name === "UNRECOGNIZED",
});
same<typeof said>()<number | "rejected" | "unknown" | boolean>();`,
  "handlers whose result nobody knows": `
const cause = matchError(failure, { NO_RESPONSE: (e) => e.cause, _: () => "no" });
same<typeof cause>()<unknown>();
const orElse = <Value>(value: Value): Value => matchError(error, { _: () => value });
same<ReturnType<typeof orElse<5>>>()<5>();`,
  "handlers that may be missing": `
declare const flag: boolean;
const spread = matchError(failure, { ...(flag ? { ORDER_NOT_FOUND: () => 1 as const } : {}), _: () => 2 as const });
same<typeof spread>()<1 | 2>();
const none = matchError(failure, { ORDER_NOT_FOUND: flag ? () => 1 as const : undefined, _: () => 2 as const });
same<typeof none>()<1 | 2>();
const table: ErrorHandlers<string> = { ORDER_NOT_FOUND: (e) => e.code, _: (e) => e.name };
const said = matchError(failure, table);
same<typeof said>()<string>();
const wrap = <Result>(handlers: ErrorHandlers<Result>): Result => matchError(failure, handlers); wrap(table);`,
  "the time of a step that waits": `
const step = nextStep(failure);
if (step.action === "wait" || step.action === "reconcile") same<typeof step.afterMs>()<number>();
else same<typeof step.afterMs>()<null>();
if (step.action !== "done" && step.action !== "fix" && step.action !== "give-up") same<typeof step.afterMs>()<number>();
const { action, afterMs } = nextStep(response);
if (action === "wait") afterMs.toFixed();`,
  "a switch with a default": `
switch (error.name) {
  case "ORDER_NOT_FOUND": break;
  default: error.retry;
}`,
  "what a client threw": `
const thrown = failureOf(error) ?? error;
const said = matchError(thrown, { INVALID_RESPONSE: (e) => e.httpStatus, NO_RESPONSE: (e) => e.outcome, _: (e) => e.retry });
same<typeof said>()<number | null | "rejected" | "unknown" | Retry>();
unwrap(response); parseText("{}", { httpStatus: 200, parse: JSON.parse });`,
  "the failure of an exception": `
try { parseResponse(null); } catch (thrown) {
  if (isHashKeyApiError(thrown, "ORDER_NOT_FOUND")) same<typeof thrown.failure>()<KnownError<"ORDER_NOT_FOUND">>();
  else if (isHashKeyApiError(thrown)) same<typeof thrown>()<HashKeyApiError>();
  if (thrown instanceof HashKeyApiError) same<typeof thrown.failure>()<Failure>();
}`,
  "attributes where OpenTelemetry takes its own": `
const attributes: { [key: string]: string | number | boolean | string[] | undefined } = errorAttributes(failure); attributes;`,
  "params by name": `
const params: ErrorParams["PARAMETER_MISSING"] = { parameter: "symbol", type: "String" };
const one: KnownError<"ORDER_NOT_FOUND" | "ORDER_DUPLICATE">["code"] = "0211"; params; one; identify(211);`,
  "bodies of any type that JSON has": `
declare const anything: any; declare const json: { a: string }[] | string | number | boolean | null; declare const body: unknown;
parseResponse(anything); parseResponse(json); parseResponse(body); parseResponse({}); parseResponse(undefined);
const read = <Body>(given: Body) => parseResponse(given as unknown); read({});`,
  "bodies of one of several errors": `
const cases = [["ORDER_NOT_FOUND", {}], ["REQUIRED_FIELD_INVALID", { field: "side" }]] as const;
for (const [name, params] of cases) errorBody(name, params);
declare const either: "ORDER_NOT_FOUND" | "ORDER_DUPLICATE"; errorBody(either); errorBody(either, {});
declare const any: ErrorName; errorBody(any);`,
};

/** What may be passed for a body by mistake. */
const notBodies = [
  "fetched",
  "fetched.json()",
  "fetched.json",
  "arrayBuffer",
  "new Uint8Array(arrayBuffer)",
  "new Map()",
  "new Set()",
  "response",
  "{ config: {}, headers: {}, data: {} }",
];

/** Programs that must not compile, each with its error. */
const rejected: Readonly<Record<string, readonly [code: string, message: RegExp]>> = {
  "a misspelt name": [`if (error.name === "ORDER_NOT_FUOND") {}`, /TS2367/],
  "a param that the entry does not have": [
    `if (error.name === "PARAMETER_INVALID") error.params?.field;`,
    /TS2339.*'field'/,
  ],
  "a param of an entry without params": [
    `if (error.name === "ORDER_NOT_FOUND") error.params.field;`,
    /TS2339.*'field'/,
  ],
  "params without a check for null": [
    `if (error.name === "PARAMETER_INVALID") error.params.parameter;`,
    /TS18047/,
  ],
  "matchError without _": [`matchError(error, { ORDER_NOT_FOUND: () => 1 });`, /TS2769[\s\S]*'_'/],
  "a key that is not a name": [
    `matchError(error, { ORDER_NOT_FUOND: () => 1, _: () => 2 });`,
    /TS2769[\s\S]*type 'never'/,
  ],
  "a wrong handler": [
    `matchError(error, { PARAMETER_INVALID: ({ params }) => params?.field, _: () => 2 });`,
    /TS2339.*'field'/,
  ],
  "a name that isHashKeyApiError does not know": [`isHashKeyApiError(null, "NOPE");`, /TS2345/],
  "a body without its params": [`errorBody("REQUIRED_FIELD_INVALID");`, /TS2554|TS2555/],
  "a body with a wrong param": [
    `errorBody("REQUIRED_FIELD_INVALID", { side: "BUY" });`,
    /TS2353.*'side'/,
  ],
  "a body of one of several errors that all have params": [
    `declare const name: "REQUIRED_FIELD_INVALID" | "PARAMETER_INVALID"; errorBody(name);`,
    /TS2554|TS2555/,
  ],
  "a body of a misspelt name": [`errorBody("ORDER_NOT_FUOND");`, /TS2345.*ORDER_NOT_FUOND/],
  "a member that no failure of an exception has": [
    `declare const thrown: unknown; if (thrown instanceof HashKeyApiError) thrown.failure.reason;`,
    /TS2339.*'reason'/,
  ],
  ...Object.fromEntries(
    notBodies.map((value) => [
      `${value} as a body`,
      [
        `declare const fetched: Response; declare const arrayBuffer: ArrayBuffer; parseResponse(${value});`,
        /TS2345|TS2322/,
      ],
    ]),
  ),
  "the time of any step": [`nextStep(failure).afterMs.toFixed();`, /TS2531|TS18047|TS2339/],
  "an assignment to a result": [`if (response.kind === "error") response.error = error;`, /TS2540/],
};

test.each(Object.entries(compilers))(
  "%s accepts correct programs and rejects wrong ones",
  (_, compiler) => {
    const files = [
      ...Object.entries(accepted),
      ...Object.entries(rejected).map(([name, [code]]) => [name, code] as const),
    ];
    const fileOf = (name: string) => `${name.replaceAll(/\W/g, "-")}.ts`;
    const folder = writeConsumer(
      Object.fromEntries(files.map(([name, code]) => [fileOf(name), PRELUDE + code])),
    );
    // An error goes on in the indented lines after its first.
    const errors = compile(compiler, folder).split(/\n(?=\S)/);
    const printed = (name: string) =>
      errors.filter((error) => error.split("(")[0]?.endsWith(`/${fileOf(name)}`)).join("\n");
    for (const name of Object.keys(accepted)) expect(printed(name), name).toBe("");
    for (const [name, [, message]] of Object.entries(rejected))
      expect(printed(name), name).toMatch(message);
  },
);
