import { createContext, runInContext } from "node:vm";
import { isErrorBody, parseResponse, responseSchema } from "@hashkey-errors/validator";
import { expect, test } from "vitest";

const CODE = '{"code":"-1141","msg":"Duplicate order"}';

/** The sources of values that no JSON parser gives, each with what it is. */
const foreign: readonly (readonly [what: string, source: string])[] = [
  ["a promise that was not awaited", `Promise.resolve(${CODE})`],
  ["a Response", `new Response(${JSON.stringify(CODE)})`],
  ["the headers of a response", "new Headers()"],
  ["a Buffer", `Buffer.from(${JSON.stringify(CODE)})`],
  ["a typed array", "new Uint8Array(3)"],
  ["an ArrayBuffer", "new ArrayBuffer(3)"],
  ["a Map", 'new Map([["code", "-1141"]])'],
  ["a Set", "new Set([1])"],
  ["a Date", "new Date()"],
  ["an Error", 'Object.assign(new Error("x"), { code: "-1141" })'],
  ["a regular expression", "/x/"],
  ["a boxed string", 'new String("x")'],
  ["an instance of a class", 'new (class Answer { code = "-1141" })()'],
  ["an instance of a class without a prototype", "new (class extends Object {})()"],
  ["an object with another prototype", 'Object.create({ code: "-1141" })'],
  ["an object with a bare prototype", "Object.create(Object.create(null, { code: { value: 1 } }))"],
  ["an object with a made-up prototype", "Object.create({ isPrototypeOf: null })"],
  ["an array of a class", "new (class List extends Array {})()"],
  ["a function", "(() => 1)"],
];

test.each(foreign)("%s is invalid, of this realm and of another", (_, source) => {
  const other = createContext({ Response, Headers, Buffer });
  for (const value of [new Function(`return ${source}`)(), runInContext(source, other)]) {
    for (const httpStatus of [undefined, 200]) {
      expect(parseResponse(value, { httpStatus })).toMatchObject({
        kind: "invalid",
        error: { name: "INVALID_RESPONSE", outcome: "unknown" },
        issues: [{ keyword: "type", path: [] }],
      });
    }
    expect(isErrorBody(value)).toBe(false);
    expect(responseSchema["~standard"].validate(value)).toHaveProperty("issues");
  }
});

test("what a JSON parser of another realm gives is read as usual", () => {
  const other = createContext({});
  expect(parseResponse(runInContext(`(${CODE})`, other))).toMatchObject({
    error: { name: "ORDER_DUPLICATE" },
  });
  expect(parseResponse(runInContext("[]", other))).toMatchObject({ kind: "success" });
  const batch = runInContext(`({ result: [${CODE}] })`, other);
  expect(parseResponse(batch)).toMatchObject({ kind: "batch", items: [{ kind: "error" }] });
});

test("what was added to the prototype of all objects is not read, of this realm and of another", () => {
  const other = createContext({});
  const add =
    'Object.defineProperty(Object.prototype, "code", { value: "0211", configurable: true })';
  const remove = "delete Object.prototype.code";
  try {
    new Function(add)();
    runInContext(add, other);
    for (const body of [{}, { msg: null }, runInContext("({})", other)])
      expect(parseResponse(body)).toMatchObject({ kind: "success" });
    for (const body of [{ code: "-1141" }, runInContext(`(${CODE})`, other)])
      expect(parseResponse(body)).toMatchObject({ error: { name: "ORDER_DUPLICATE" } });
    expect(parseResponse({ result: [{}] })).toMatchObject({ kind: "success" });
  } finally {
    new Function(remove)();
  }
});

test("an error's code counts where it is not enumerable, whatever the prototype", () => {
  for (const body of [{}, Object.create(null), runInContext("({})", createContext({}))]) {
    Object.defineProperty(body, "code", { value: "-1141" });
    expect(parseResponse(body)).toMatchObject({ error: { name: "ORDER_DUPLICATE" } });
    expect(isErrorBody(body)).toBe(true);
  }
});

test("a code that is undefined, which no JSON parser makes, is not the absence of one", () => {
  expect(parseResponse({ code: undefined })).toMatchObject({
    kind: "invalid",
    issues: [{ message: "must be a code", path: ["code"] }],
  });
});

test("a promise and a Map in a batch are invalid items", () => {
  const items = [Promise.resolve({}), new Map(), { code: "0211" }];
  expect(parseResponse({ code: 0, result: items })).toMatchObject({
    items: [{ kind: "invalid" }, { kind: "invalid" }, { kind: "error" }],
  });
});

class AxiosHeaders {}

test.each<[client: string, response: object]>([
  [
    "axios",
    {
      data: {},
      status: 200,
      statusText: "OK",
      headers: new AxiosHeaders(),
      config: {},
      request: {},
    },
  ],
  [
    "axios, HTTP 400",
    { data: {}, status: 400, statusText: "Bad Request", headers: {}, config: {} },
  ],
  ["openapi-fetch", { data: {}, response: new Response("{}") }],
  ["undici", { statusCode: 200, headers: {}, body: new ReadableStream(), trailers: {} }],
])("the whole response of %s is invalid: its body was meant", (_, response) => {
  expect(parseResponse(response)).toMatchObject({ kind: "invalid" });
  expect(responseSchema["~standard"].validate(response)).toHaveProperty("issues");
});

test("members of the same names are a success where they are plain data", () => {
  for (const body of [
    { headers: { a: 1 }, status: "NEW" },
    { body: "text", response: [] },
    { data: {} },
    { status: 200, headers: null },
  ])
    expect(parseResponse(body)).toMatchObject({ kind: "success" });
});

test("a client's response with plain headers is invalid: its body was meant", () => {
  const data = { code: "-1007" };
  for (const body of [
    { data, status: 200, statusText: "OK", headers: {}, config: {}, request: {} },
    { status: 200, text: "{}", body: data, headers: { etag: "1" } },
    { statusCode: 200, headers: {}, trailers: {}, body: data },
  ])
    expect(parseResponse(body as never)).toMatchObject({ kind: "invalid" });
});

test("the compiler refuses what is not a body", () => {
  // Never called: the compiler does the checking.
  const check = (axiosResponse: { data: unknown; headers: object; config: object }) => {
    // @ts-expect-error a promise
    parseResponse(Promise.resolve({}));
    // @ts-expect-error a Response
    parseResponse(new Response("{}"));
    // @ts-expect-error a Buffer
    parseResponse(Buffer.from("{}"));
    // @ts-expect-error a Map
    parseResponse(new Map());
    // @ts-expect-error a client's whole response
    parseResponse(axiosResponse);
    // @ts-expect-error a result: it has no code, and would be a success
    parseResponse(parseResponse(axiosResponse.data));
    parseResponse(axiosResponse.data);
    parseResponse(JSON.parse("{}"));
    parseResponse(null);
    parseResponse([{ code: "0211" }]);
  };
  expect(check).toBeTypeOf("function");
});
