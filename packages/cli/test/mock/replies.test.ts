import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import { expect, test } from "vitest";
import { errors } from "../catalog.js";
import { ORDER, send } from "./send.js";
import { sendBytes } from "./send-bytes.js";
import { shareMock } from "./start-mock.js";

const beginMock = shareMock();

test("the mock answers with success, as the API does, if nothing else is asked for", async () => {
  const mock = await beginMock();
  expect(await send(mock)).toMatchObject({
    kind: "success",
    body: { code: 0, clientOrderId: "a" },
  });
  const bodyOf = async (path: string, body: string) => {
    const result = await send(mock, {}, { path, body });
    return result && "body" in result ? result.body : result;
  };
  const order = { code: 0, clientOrderId: "a", size: "1" };
  expect(await bodyOf(ORDER, "clientOrderId=a&size=1")).toEqual(order);
  expect(await bodyOf(`${ORDER}?clientOrderId=a&x-mock-delay=1`, "size=1")).toEqual(order);
  expect(await bodyOf(`${ORDER}?clientOrderId=b`, "clientOrderId=a&size=1")).toEqual(order);
  for (const body of ["null", "5", '"a"', "[]", '{"a":{"b":1},"c":null}'])
    expect(await bodyOf(ORDER, body)).toEqual({ code: 0 });
  // A member of the request that would say "failed" is left out.
  expect(await send(mock, {}, { body: '{"success":false}' })).toMatchObject({ kind: "success" });
  expect(await send(mock, {}, { body: '{"code":"-1141"}' })).toMatchObject({ kind: "success" });
});

test("the mock answers with every error of the catalog, with the documented status", async () => {
  const mock = await beginMock();
  const wrong: unknown[] = [];
  for (const { name, code, httpStatus } of errors.filter((entry) => !("retired" in entry))) {
    const response = await fetch(`${mock.url}/?x-mock-reply=${name}`);
    const { status } = response;
    const result = await parseFetchResponse(response);
    const found = result.kind === "error" ? result.error : undefined;
    if (found?.name !== name || found.code !== code || status !== (httpStatus ?? 400))
      wrong.push([name, status, result]);
  }
  expect(wrong).toEqual([]);
});

test("the mock takes a name, a code and params from a header or the query", async () => {
  const mock = await beginMock();
  const named = async (headers: Readonly<Record<string, string>>, path = ORDER) => {
    const result = await send(mock, headers, { path });
    return result && "kind" in result && result.kind === "error"
      ? [result.error.name, "params" in result.error ? result.error.params : null]
      : result;
  };
  const field = { "x-mock-reply": "REQUIRED_FIELD_INVALID", "x-mock-params": "field=side" };
  expect(await named({ "x-mock-reply": "-1141" })).toEqual(["ORDER_DUPLICATE", {}]);
  expect(await named({ "X-Mock-Reply": "order-duplicate" })).toEqual(["ORDER_DUPLICATE", {}]);
  expect(await named(field)).toEqual(["REQUIRED_FIELD_INVALID", { field: "side" }]);
  expect(await named({ ...field, "x-mock-params": '{"field":"a b"}' })).toEqual([
    "REQUIRED_FIELD_INVALID",
    { field: "a b" },
  ]);
  expect(await named({}, `${ORDER}?x-mock-reply=0211`)).toEqual(["ORDER_NOT_FOUND", {}]);
});

test.each([
  ["timeout", "NO_RESPONSE", null],
  ["reset", "NO_RESPONSE", null],
  ["cut-off", "NO_RESPONSE", 200],
  ["empty", "INVALID_RESPONSE", 200],
  ["http-502", "INVALID_RESPONSE", 502],
  ["http-503", "INVALID_RESPONSE", 503],
  ["http-429", "INVALID_RESPONSE", 429],
  ["http-418", "INVALID_RESPONSE", 418],
])("the mock plays %s", async (reply, name, status) => {
  const mock = await beginMock();
  const patience = reply === "timeout" ? { patienceMs: 1_000 } : {};
  const result = await send(mock, { "x-mock-reply": reply }, patience);
  expect(
    result && "error" in result ? result.error.name : result && "name" in result && result.name,
  ).toBe(name);
  const executed = status !== 429 && status !== 418;
  const { requests } = await mock.journal();
  expect(requests).toMatchObject([{ reply, status, executed, by: "request" }]);
});

test("the mock answers with the page of a gateway, and says when to come back", async () => {
  const { url } = await beginMock();
  const page = await fetch(url, { headers: { "x-mock-reply": "http-502" } });
  expect(page.headers.get("content-type")).toBe("text/html");
  expect(await page.text()).toContain("<h1>502 Bad Gateway</h1>");
  const { headers: ofError } = await fetch(url, { headers: { "x-mock-reply": "-1007" } });
  expect(ofError.get("content-type")).toBe("application/json; charset=utf-8");
  const wait = async (headers: Readonly<Record<string, string>>) =>
    (await fetch(url, { headers })).headers.get("retry-after");
  expect(await wait({ "x-mock-reply": "http-429" })).toBe("1");
  expect(await wait({ "x-mock-reply": "http-418", "x-mock-retry-after": "30" })).toBe("30");
  expect(await wait({ "x-mock-reply": "http-503" })).toBe(null);
  expect(await wait({ "x-mock-reply": "http-500", "x-mock-retry-after": "2" })).toBe("2");
});

test("the mock waits before it replies", async () => {
  const mock = await beginMock();
  const from = performance.now();
  expect(await send(mock, { "x-mock-delay": "300" })).toMatchObject({ kind: "success" });
  expect(performance.now() - from).toBeGreaterThan(290);
});

test.each([
  [{ "x-mock-reply": "0001" }, "name one of REQUIRED_FIELD_INVALID, SIGNATURE_INVALID"],
  [{ "x-mock-reply": "ORDER_DUPLICAT" }, "similar: ORDER_DUPLICATE"],
  [
    { "x-mock-reply": "-1141", "x-mock-executed": "true" },
    "says that the request was not executed",
  ],
  [
    { "x-mock-reply": "-1141", "x-mock-params": "side=BUY" },
    'mock: x-mock-params: unknown member "side": expected none\n',
  ],
  [
    { "x-mock-reply": "REQUIRED_FIELD_INVALID", "x-mock-params": "fild=side" },
    'mock: x-mock-params: unknown member "fild": expected one of field\n',
  ],
  [
    { "x-mock-reply": "-1130", "x-mock-params": '{"parameter":{"toString":1,"valueOf":1}}' },
    'expected a text as "parameter", found {"toString":1,"valueOf":1}',
  ],
  [
    { "x-mock-reply": "-1130", "x-mock-params": '{"parameter":null}' },
    'expected a text as "parameter", found null',
  ],
  [{ "x-mock-reply": "-1007", "x-mock-executed": "maybe" }, "expected true or false"],
  [{ "x-mock-executed-after": "300" }, "says that the request was executed before it"],
  [{ "x-mock-reply": "-1141", "x-mock-executed-after": "300" }, "was not executed"],
  [{ "x-mock-eror": "-1007" }, "x-mock-eror: unknown"],
  [{ "x-mock-batch": "success,timeout" }, "expected success or an error"],
  [{ "x-mock-batch": "success,nonsense" }, 'batch[1]: unknown reply "nonsense"'],
  [{ "x-mock-reply": "http-600" }, 'unknown reply "http-600"'],
  [
    { "x-mock-reply": "hangup" },
    'mock: x-mock: unknown reply "hangup"; expected a name, a code, success, timeout, reset, cut-off, empty or a status such as http-502\n',
  ],
  [{ "x-mock-executed-after": "soon" }, "mock: x-mock-executed-after: expected a whole number"],
  [{ "x-mock-reply": "-1007", "x-mock-form": "text" }, 'string or number, found "text"'],
  [
    { "x-mock-reply": "success", "x-mock-batch": "-1141" },
    "batch: a reply that says what was executed cannot have it",
  ],
  [
    { "x-mock-reply": "0401", "x-mock-batch": "-1141" },
    "batch: a reply that says what was executed cannot have it\n",
  ],
  [
    { "x-mock-reply": "timeout", "x-mock-batch": "-1141", "x-mock-executed": "false" },
    "mock: x-mock-executed: a batch says it for each item\n",
  ],
  [{ "x-mock-batch": "-1141", "x-mock-form": "number" }, "form: only an error can have it"],
  [
    { "x-mock-reply": "timeout", "x-mock-params": "field=side" },
    "params: only an error can have it",
  ],
  [
    { "x-mock-reply": "-1007", "x-mock-retry-after": "5" },
    "x-mock-retry-after: only a page can have it",
  ],
  [{ "x-mock-delay": "-1" }, 'expected a whole number up to 3600000, found "-1"'],
])("the mock says what is wrong with %j", async (headers, problem) => {
  const mock = await beginMock();
  const response = await fetch(mock.url, { method: "POST", headers });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(problem);
  const refused = { reply: "refused", executed: false, problem: expect.stringContaining("x-mock") };
  expect(await mock.journal()).toMatchObject({ requests: [refused] });
});

test.each(["utf8", "latin1"] as const)("a header may have a param in %s", async (encoding) => {
  const head = `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n`;
  const headers = "x-mock-reply: REQUIRED_FIELD_INVALID\r\nx-mock-params: field=précio\r\n\r\n";
  const answer = await sendBytes(await beginMock(), Buffer.from(head + headers, encoding));
  expect(answer).toContain('"msg":"Required field \'précio\' missing or invalid"');
});
