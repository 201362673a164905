import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { failureOf } from "@hashkey-errors/validator";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import { expect, onTestFinished, test } from "vitest";
import { errors } from "./catalog.js";
import { run } from "./run.js";
import { sendBytes } from "./send-bytes.js";
import { type RunningMock, shareMock, startMock, writeScenario } from "./start-mock.js";

const ORDER = "/api/v1/spot/order";

const beginMock = shareMock();

/** Sends a request, and returns how the validator reads the answer. */
async function send(
  { url }: RunningMock,
  headers: Readonly<Record<string, string>> = {},
  { method = "POST", path = ORDER, body = '{"clientOrderId":"a"}', patienceMs = 5_000 } = {},
) {
  const init = { method, headers, signal: AbortSignal.timeout(patienceMs) };
  try {
    const sent = await fetch(url + path, method === "GET" ? init : { ...init, body });
    return await parseFetchResponse(sent);
  } catch (error) {
    return failureOf(error);
  }
}

test("the mock plays the scenario for a client whose proxy it is, which names whole addresses", async () => {
  const scenario = writeScenario(`replies: { POST ${ORDER}: -1007, GET /: -1000 }`);
  const mock = await startMock("--scenario", scenario);
  const ask = (line: string) =>
    sendBytes(
      mock,
      `${line} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
    );
  expect(await ask(`POST http://api.example.com${ORDER}?x=1`)).toContain('"code":"-1007"');
  expect(await ask("GET http://api.example.com")).toContain('"code":"-1000"');
  const { requests } = await mock.journal({ path: ORDER });
  expect(requests).toMatchObject([{ path: ORDER, reply: "SERVER_TIMEOUT" }]);
});

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

test("the mock closes no connection by itself, however long a client waits", async () => {
  const { url } = await beginMock();
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const [response] = (await once(get(url, { agent }), "response")) as [IncomingMessage];
  const { socket, headers } = response.resume();
  await once(response, "end");
  expect(headers).toMatchObject({ connection: "keep-alive" });
  // Node says after which time it closes an idle connection.
  expect(headers).not.toHaveProperty("keep-alive");
  expect(socket.destroyed).toBe(false);
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

test("the journal says whether a request was executed, whatever was answered", async () => {
  const mock = await beginMock();
  await send(mock, { "x-mock-reply": "-1007" });
  await send(mock, { "x-mock-reply": "-1007", "x-mock-executed": "false" });
  await send(mock, { "x-mock-reply": "reset", "x-mock-executed": "false" });
  await send(mock, { "x-mock-reply": "ORDER_DUPLICATE" });
  await send(mock, { "x-mock-reply": "http-500" });
  await send(mock, { "x-mock-reply": "http-404" });
  await send(mock, { "x-mock-reply": "http-404", "x-mock-executed": "true" });
  await send(mock, { "x-mock-executed": "true" }, { method: "GET" });
  await send(mock);
  const { received, executed, requests } = await mock.journal();
  expect(requests.map((request) => [request.reply, request.executed])).toEqual([
    ["SERVER_TIMEOUT", true],
    ["SERVER_TIMEOUT", false],
    ["reset", false],
    ["ORDER_DUPLICATE", false],
    ["http-500", true],
    ["http-404", false],
    ["http-404", true],
    ["success", null],
    ["success", true],
  ]);
  expect([received, executed]).toEqual([9, 4]);
  expect(await mock.journal({ reply: "SERVER_TIMEOUT" })).toMatchObject({ received: 2 });
  expect(await mock.journal({ reply: "-1007" })).toMatchObject({ received: 2 });
  expect(await mock.journal({ reply: "http-404" })).toMatchObject({ received: 2 });
  expect(await mock.journal({ method: "get", path: ORDER })).toMatchObject({ received: 1 });
  await fetch(`${mock.url}/__mock/reset`, { method: "POST" });
  expect(await mock.journal()).toMatchObject({ received: 0, executed: 0, requests: [] });
});

test("the mock executes a request after its reply", async () => {
  const mock = await beginMock();
  for (const error of ["reset", "http-404"])
    await send(mock, { "x-mock-reply": error, "x-mock-executed-after": "300" });
  expect(await mock.journal()).toMatchObject({ executed: 0 });
  await expect.poll(async () => (await mock.journal()).executed).toBe(2);
});

test("a batch whose answer is lost is executed after it, item by item", async () => {
  const scenario = "resources: { /batch: { id: clientOrderId, batch: /batch } }";
  const mock = await startMock("--scenario", writeScenario(scenario));
  const body = '[{"clientOrderId":"a"},{"clientOrderId":"b"}]';
  const headers = { "x-mock-reply": "reset", "x-mock-executed-after": "300" };
  await send(mock, headers, { path: "/batch", body });
  expect(await mock.journal()).toMatchObject({ executed: 0 });
  await expect.poll(async () => (await mock.journal()).executed).toBe(2);
  await send(mock, { ...headers, "x-mock-batch": "-1141,success" }, { path: "/batch", body });
  expect(await mock.journal()).toMatchObject({ executed: 2 });
  await expect.poll(async () => (await mock.journal()).executed).toBe(3);
});

test("the mock waits before it replies", async () => {
  const mock = await beginMock();
  const from = performance.now();
  expect(await send(mock, { "x-mock-delay": "300" })).toMatchObject({ kind: "success" });
  expect(performance.now() - from).toBeGreaterThan(290);
});

test("the mock answers a batch whose items fail", async () => {
  const mock = await beginMock();
  const body = '[{"clientOrderId":"a"},{"clientOrderId":"b"},{"clientOrderId":"c"}]';
  const headers = { "x-mock-batch": "success,-1141,SERVER_TIMEOUT" };
  const result = await send(mock, headers, { body });
  expect(result).toMatchObject({
    kind: "batch",
    items: [
      { kind: "success", body: { clientOrderId: "a" } },
      { kind: "error", error: { name: "ORDER_DUPLICATE" } },
      { kind: "error", error: { name: "SERVER_TIMEOUT" } },
    ],
  });
  const { executed, requests } = await mock.journal();
  expect(requests[0]?.items).toMatchObject([
    { reply: "success", executed: true },
    { reply: "ORDER_DUPLICATE", executed: false },
    { reply: "SERVER_TIMEOUT", executed: true },
  ]);
  expect(executed).toBe(2);
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

test("a filter or a reply that the journal does not know is refused", async () => {
  const { url } = await beginMock();
  const response = await fetch(`${url}/__mock/journal?orderId=a1`);
  expect(response.status).toBe(400);
  expect(await response.text()).toBe(
    'unknown filter "orderId": expected one of method, path, id, reply\n',
  );
  const misspelled = await fetch(`${url}/__mock/journal?reply=ORDER_DUPLICAT`);
  expect(misspelled.status).toBe(400);
  expect(await misspelled.text()).toMatch(
    /^unknown reply "ORDER_DUPLICAT".* similar: ORDER_DUPLICATE,/,
  );
});

test("several --failures count together", async () => {
  const failures = ["--failures", "http-502", "--failures", "http-503"];
  const mock = await startMock("--rate", "1", "--seed", "7", ...failures);
  for (let n = 0; n < 20; n++) await send(mock);
  const { requests } = await mock.journal();
  expect(new Set(requests.map(({ reply }) => reply))).toEqual(new Set(["http-502", "http-503"]));
});

test("the same seed fails the same requests in the same way", async () => {
  const play = async (seed: string) => {
    const failures = "http-502,-1007,ORDER_DUPLICATE,http-429";
    const mock = await startMock("--rate", "0.3", "--seed", seed, "--failures", failures);
    for (let n = 0; n < 100; n++) await send(mock);
    const { requests } = await mock.journal();
    return requests.map(({ reply, executed }) => `${reply} ${executed}`);
  };
  const [first, again, other] = await Promise.all([play("7"), play("7"), play("8")]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  const failed = first.filter((line) => !line.startsWith("success"));
  expect(failed.length).toBeGreaterThan(15);
  expect(failed.length).toBeLessThan(45);
  expect([...new Set(failed)].sort()).toEqual([
    "ORDER_DUPLICATE false",
    "SERVER_TIMEOUT false",
    "SERVER_TIMEOUT true",
    "http-429 false",
    "http-429 true",
    "http-502 false",
    "http-502 true",
  ]);
});

test("a batch fails at random as a whole, executed in part, or in some of its items", async () => {
  const path = "/api/v1/spot/batchOrders";
  const resources = { [ORDER]: { id: ["clientOrderId"], batch: path } };
  const scenario = writeScenario(JSON.stringify({ resources }));
  // The catalog has no error that says that the request was executed; success says so too.
  const failures = "reset,-1007,0003,success";
  const mock = await startMock(
    "--scenario",
    scenario,
    "--rate",
    "1",
    "--seed",
    "7",
    "--failures",
    failures,
  );
  const body = JSON.stringify({ orders: [{ clientOrderId: "a" }, { clientOrderId: "b" }] });
  const post = (to: string) =>
    fetch(mock.url + to, { method: "POST", body }).catch(() => undefined);
  for (let n = 0; n < 100; n++) await post(path);
  await post("/no-batches");
  const { requests } = await mock.journal();
  expect(requests.at(-1)).not.toHaveProperty("items");
  const printed = requests.slice(0, -1).map(({ reply, items = [] }) => {
    const parts = items.map((item) => `${item.reply} ${item.executed}`);
    return `${reply}: ${parts.join(", ")}`;
  });
  const kinds = new Set(printed);
  const parts = ["true", "false"].flatMap((a) =>
    ["true", "false"].map((b) => `success ${a}, success ${b}`),
  );
  for (const reply of ["reset", "SERVER_TIMEOUT"])
    for (const part of parts) expect(kinds).toContain(`${reply}: ${part}`);
  for (const part of [
    "RATE_LIMIT_EXCEEDED false, success true",
    "success true, RATE_LIMIT_EXCEEDED false",
    "RATE_LIMIT_EXCEEDED false, RATE_LIMIT_EXCEEDED false",
    "SERVER_TIMEOUT true, success true",
    "SERVER_TIMEOUT false, success true",
  ])
    expect(kinds).toContain(`batch: ${part}`);
  expect(kinds).toContain("success: success true, success true");
  expect(kinds).not.toContain("success: success false, success false");
  expect(kinds).not.toContain("batch: success true, success true");
  expect(printed.filter((line) => /^RATE_LIMIT_EXCEEDED: .*true/.test(line))).toEqual([]);
});

test("by default, requests fail at random with what a bot has to survive, and the log says so", async () => {
  const { url, lines, journal } = await startMock("--log", "--rate", "1", "--seed", "7");
  const ask = () =>
    fetch(url + ORDER, { method: "POST", signal: AbortSignal.timeout(1_000) }).catch(
      () => undefined,
    );
  await Promise.all(Array.from({ length: 60 }, ask));
  const { requests } = await journal();
  const replies = [...new Set(requests.map(({ reply }) => reply))];
  const connection = ["timeout", "reset", "cut-off", "empty", "http-502", "http-429"];
  expect(replies).toEqual(expect.arrayContaining(connection));
  const others = replies.filter((reply) => !connection.includes(reply));
  expect(others.length).toBeGreaterThan(2);
  for (const name of others) {
    const { outcome, retry } = errors.find((entry) => entry.name === name) ?? {};
    expect([outcome === "unknown", retry === "after-delay"]).toContain(true);
  }
  const logged = requests.map(({ n, reply, executed }) => {
    const became = executed ? "executed" : "not executed";
    return `${String(n).padStart(4)}  POST ${ORDER}  ${reply} (rate)  ${became}`;
  });
  await expect.poll(() => lines.slice(1)).toEqual(logged);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "the mock ends at once on %s, with exit code 0",
  async (signal) => {
    const mock = await startMock();
    const pending = send(mock, { "x-mock-reply": "timeout" });
    await expect.poll(async () => (await mock.journal()).received).toBe(1);
    mock.process.kill(signal);
    expect(await once(mock.process, "exit")).toEqual([0, null]);
    expect(await pending).toMatchObject({ name: "NO_RESPONSE" });
  },
);

test("the log says why an instruction was refused, without what steers a terminal", async () => {
  const { url, lines } = await startMock("--log");
  await fetch(`${url}/?x-mock-reply=timout%1b[31m`, { method: "POST" });
  await expect.poll(() => lines.length).toBe(2);
  expect(lines[1]).toMatch(
    /^ {3}1 {2}POST \/ {2}refused \(request\) {2}not executed {2}x-mock: unknown reply "timout/,
  );
  expect(lines[1]).not.toContain("\u001b");
});

test("the mock prints its address and, if asked to, each request as JSON", async () => {
  const { url, lines } = await startMock("--json", "--log");
  const start = JSON.parse(url) as { readonly url: string; readonly port: number };
  expect(start).toMatchObject({ version: 1, url: `http://127.0.0.1:${start.port}` });
  await fetch(`${start.url}${ORDER}?signature=secret`, { headers: { "x-hk-apikey": "secret" } });
  await expect.poll(() => lines.length).toBe(2);
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({
    method: "GET",
    path: ORDER,
    reply: "success",
  });
  expect(lines[1]).not.toContain("secret");
});

test("the mock reports wrong usage with exit code 2", async () => {
  expect(run(["mock", "--port", "99999"])).toMatchObject({ status: 2, output: "" });
  expect(run(["mock", "--rate", "2"])).toMatchObject({ status: 2 });
  expect(run(["mock", "--failures", "reset"]).errors).toContain("--failures: needs --rate");
  expect(run(["mock", "--seed", "2"]).errors).toContain("--seed: needs --rate");
  expect(run(["mock", "--rate", "1", "--failures", "-1007,nonsense"])).toMatchObject({
    status: 2,
    errors: expect.stringContaining('unknown reply "nonsense"'),
  });
  const { url } = await beginMock();
  expect(run(["mock", "--port", new URL(url).port])).toMatchObject({
    status: 2,
    errors: expect.stringMatching(/EADDRINUSE.*; --port 0 chooses a free one\n$/),
  });
});
