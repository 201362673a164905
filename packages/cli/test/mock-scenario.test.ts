import { expect, test } from "vitest";
import { run } from "./run.js";
import { shareMock, startMock, writeScenario } from "./start-mock.js";

const beginMock = shareMock();

const ORDER = "/api/v1/spot/order";
const RESOURCES = `
resources:
  ${ORDER}:
    id: [clientOrderId, origClientOrderId]
    batch: /api/v1/spot/batchOrders
    members: { orderId: "{n}", status: NEW, filled: 0 }
    deleted: { status: CANCELED }
    missing: ORDER_NOT_FOUND
    duplicate: ORDER_DUPLICATE
`;

/** Returns what sends a request, and returns the body of its answer; `lost` where none came. */
function sender(url: string) {
  return async (method: string, path: string, body?: object): Promise<unknown> => {
    const signal = AbortSignal.timeout(1_000);
    const init = { method, signal, ...(body && { body: JSON.stringify(body) }) };
    return fetch(url + path, init).then(
      async (response) => {
        const text = await response.text();
        return text.startsWith("{") ? JSON.parse(text) : text;
      },
      () => "lost",
    );
  };
}

/** Lets the mock that the tests of this file share play a scenario. */
async function play(scenario: string) {
  const { url, journal } = await beginMock();
  const put = (body: string) => fetch(`${url}/__mock/scenario`, { method: "PUT", body });
  expect((await put(scenario)).status).toBe(200);
  return { url, journal, put, send: sender(url) };
}

test("a scenario lets the third order time out, and its repeat be a duplicate", async () => {
  const file = writeScenario(`
replies:
  POST ${ORDER}: [success, success, timeout]
${RESOURCES}`);
  const { url, journal } = await startMock("--scenario", file);
  const send = sender(url);
  const place = (clientOrderId: string) => send("POST", ORDER, { clientOrderId });
  expect(await place("a")).toMatchObject({ code: 0, orderId: "1", status: "NEW" });
  expect(await place("b")).toMatchObject({ code: 0, orderId: "2" });
  expect(await place("c")).toBe("lost");
  expect(await place("c")).toMatchObject({ code: "-1141" });
  expect(await place("d")).toMatchObject({ orderId: "4" });
  expect(await send("GET", `${ORDER}?origClientOrderId=c`)).toMatchObject({ orderId: "3" });
  expect(await journal({ method: "POST", id: "c" })).toMatchObject({
    executed: 1,
    requests: [
      { reply: "timeout", executed: true, by: "scenario" },
      { reply: "ORDER_DUPLICATE", executed: false, by: "resource" },
    ],
  });
});

test("a scenario in JSON has members for what is executed, when, and how often", async () => {
  const scenario = {
    replies: {
      "POST /orders/*": [
        { reply: "reset", executed: false, times: 2 },
        { reply: "REQUIRED_FIELD_INVALID", params: { field: "side" }, form: "number" },
      ],
      "*": ["http-502", "http-503"],
    },
  };
  const { url, journal } = await startMock("--scenario", writeScenario(JSON.stringify(scenario)));
  const send = sender(url);
  for (let n = 0; n < 2; n++) expect(await send("POST", "/orders/1")).toBe("lost");
  expect(await send("POST", "/orders/1")).toEqual({
    code: 1,
    msg: "Required field 'side' missing or invalid",
  });
  // What its own route no longer has, the next one that fits has.
  await send("POST", "/orders/1");
  await send("GET", "/other");
  await send("GET", "/other");
  const { requests } = await journal();
  expect(requests.map(({ reply, executed }) => [reply, executed])).toEqual([
    ["reset", false],
    ["reset", false],
    ["REQUIRED_FIELD_INVALID", false],
    ["http-502", true],
    ["http-503", null],
    ["success", null],
  ]);
});

test.each([
  ["/a", "GET /a", true],
  ["/a", "POST /a", true],
  ["/a", "GET /a/b", false],
  ["POST /a", "POST /a", true],
  ["POST /a", "GET /a", false],
  ["POST  /a", "POST /a", true],
  ["*", "PUT /a/b", true],
  ["GET *", "PUT /a/b", false],
  ["/a/*", "GET /a/b/c", true],
  ["/a/*", "GET /a/", true],
  ["/a/*", "GET /b/a/", false],
  ["*/b", "GET /a/b", true],
  ["*/b", "GET /a/b/c", false],
  ["*/b/*", "GET /b/c", true],
  ["/a/*/a", "GET /a/a", false],
  ["/a/*/c/*/e", "GET /a/b/c/d/e", true],
  ["/a/*/c/*/e", "GET /a//c//e", true],
  ["/a/*/c/*/e", "GET /a/b/d/e", false],
  ["/a/*/c/*/c/", "GET /a/b/c/c/", false],
])("a reply of the route %s is given to %s: %s", async (route, request, fits) => {
  const { send } = await play(JSON.stringify({ replies: { [route]: "-1007" } }));
  const [method = "", path = ""] = request.split(" ");
  expect(await send(method, path)).toMatchObject({ code: fits ? "-1007" : 0 });
});

test("resources are created, found, canceled and missing", async () => {
  const { send, journal } = await play(RESOURCES);
  const find = () => send("GET", `${ORDER}?origClientOrderId=a`);
  expect(await find()).toMatchObject({ code: "0211" });
  await send("POST", ORDER, { clientOrderId: "a", symbol: "BTCUSDT" });
  expect(await find()).toMatchObject({ clientOrderId: "a", symbol: "BTCUSDT", status: "NEW" });
  expect(await send("DELETE", ORDER, { clientOrderId: "a" })).toMatchObject({ status: "CANCELED" });
  expect(await find()).toMatchObject({ status: "CANCELED" });
  expect(await send("DELETE", ORDER, { clientOrderId: "b" })).toMatchObject({ code: "0211" });
  const orders = [{ clientOrderId: "a" }, { clientOrderId: "c" }];
  expect(await send("POST", "/api/v1/spot/batchOrders", { orders })).toMatchObject({
    code: 0,
    result: [{ code: "-1141" }, { code: 0, clientOrderId: "c", orderId: "2" }],
  });
  expect(await journal({ method: "POST" })).toMatchObject({ received: 2, executed: 2 });
});

test("resources are changed, and removed where nothing says what else a deletion does", async () => {
  const { send, journal } = await play(RESOURCES.replace(/ +deleted.*\n/, ""));
  const find = () => send("GET", `${ORDER}?origClientOrderId=a`);
  await send("POST", ORDER, { clientOrderId: "a", size: 1, price: 5 });
  const own = { clientOrderId: "a", size: 2, price: 5 };
  const changed = { code: 0, ...own, orderId: "1", status: "NEW", filled: 0 };
  expect(await send("PUT", ORDER, { clientOrderId: "a", size: 2 })).toEqual(changed);
  expect(await find()).toEqual(changed);
  expect(await send("DELETE", ORDER, { clientOrderId: "a" })).toEqual(changed);
  expect(await find()).toMatchObject({ code: "0211" });
  expect(await send("POST", ORDER, { clientOrderId: "a" })).toMatchObject({ orderId: "2" });
  // Without an id nothing is known of what is meant.
  for (const method of ["GET", "DELETE"]) expect(await send(method, ORDER)).toEqual({ code: 0 });
  for (const orderId of ["3", "4"])
    expect(await send("POST", ORDER, { clientOrderId: "" })).toMatchObject({ orderId });
  // No rule is about this path.
  const elsewhere = { clientOrderId: "a", legs: [{ side: "BUY" }] };
  expect(await send("POST", "/elsewhere", elsewhere)).toEqual({ code: 0, clientOrderId: "a" });
  const { requests } = await journal();
  expect(requests.map(({ id, by, executed }) => [id, by, executed])).toEqual([
    ["a", "default", true],
    ["a", "default", true],
    ["a", "default", null],
    ["a", "default", true],
    ["a", "resource", null],
    ["a", "default", true],
    [null, "default", null],
    [null, "default", true],
    [null, "default", true],
    [null, "default", true],
    [null, "default", true],
  ]);
});

test("a batch without an item executes nothing", async () => {
  const { send, journal } = await play(RESOURCES);
  const path = "/api/v1/spot/batchOrders";
  expect(await send("POST", path, { orders: [] })).toEqual({ code: 0, result: [] });
  expect(await send("POST", path, [])).toEqual({ code: 0, result: [] });
  expect(await journal()).toMatchObject({ received: 2, executed: 0 });
});

test("each item of a batch is answered by its own reply, as a resource, or with success", async () => {
  const { url, journal } = await play(RESOURCES);
  const send = (method: string, ids: string, headers = {}) => {
    const body = JSON.stringify([...ids].map((clientOrderId) => ({ clientOrderId })));
    return fetch(`${url}/api/v1/spot/batchOrders`, { method, body, headers });
  };
  const codesOf = async (response: Promise<Response>) => {
    const { result } = (await (await response).json()) as { result: { code: unknown }[] };
    return result.map(({ code }) => code);
  };
  expect(await codesOf(send("POST", "abc", { "x-mock-batch": "-1007,-1141" }))).toEqual([
    "-1007",
    "-1141",
    0,
  ]);
  expect(await codesOf(send("DELETE", "abc"))).toEqual([0, "0211", 0]);
  await send("POST", "de", { "x-mock-reply": "http-502", "x-mock-executed": "false" });
  await send("POST", "e", { "x-mock-reply": "reset" }).catch(() => undefined);
  const lost = { "x-mock-reply": "reset", "x-mock-batch": "success,0401,-1007" };
  await send("POST", "fgh", lost).catch(() => undefined);
  const { executed, requests } = await journal();
  const lines = requests.map(({ reply, by, executed: became, items = [] }) => [
    `${reply} by ${by} ${became}`,
    ...items.map((item) => Object.values(item).join(" ")),
  ]);
  expect(lines).toEqual([
    ["batch by request true", "a SERVER_TIMEOUT true", "b ORDER_DUPLICATE false", "c success true"],
    ["success by default true", "a success true", "b ORDER_NOT_FOUND false", "c success true"],
    ["http-502 by request false", "d success false", "e success false"],
    ["reset by request true", "e success true"],
    [
      "reset by request true",
      "f success true",
      "g ORDER_BALANCE_INSUFFICIENT false",
      "h SERVER_TIMEOUT true",
    ],
  ]);
  expect(executed).toBe(7);
  expect(await journal({ method: "POST", id: "a" })).toMatchObject({ received: 1, executed: 1 });
  expect(await journal({ id: "e" })).toMatchObject({ received: 2, executed: 1 });
  expect(await journal({ reply: "ORDER_NOT_FOUND" })).toMatchObject({ received: 1, executed: 0 });
  expect(await journal({ reply: "batch" })).toMatchObject({ received: 1, executed: 2 });
});

test("a batch with more replies than the request has items is refused", async () => {
  const { send, journal } = await play(`replies: { POST ${ORDER}: [{ batch: [success, -1141] }] }`);
  const problem = "batch: 2 replies, but the request has 1 item";
  expect(await send("POST", ORDER, [{ clientOrderId: "a" }])).toBe(`mock: ${problem}\n`);
  expect(await journal()).toMatchObject({
    executed: 0,
    requests: [{ by: "scenario", reply: "refused", executed: false, problem }],
  });
});

test("a resource is found, changed and canceled by an id that the mock gave it", async () => {
  const { send } = await play(
    RESOURCES.replace("origClientOrderId]", "origClientOrderId, orderId]"),
  );
  await send("POST", ORDER, { clientOrderId: "a" });
  await send("POST", ORDER, { symbol: "BTCUSDT" });
  expect(await send("GET", `${ORDER}?orderId=1`)).toMatchObject({ clientOrderId: "a" });
  expect(await send("GET", `${ORDER}?orderId=2`)).toMatchObject({ symbol: "BTCUSDT" });
  expect(await send("GET", `${ORDER}?orderId=3`)).toMatchObject({ code: "0211" });
  expect(await send("GET", `${ORDER}?clientOrderId=undefined`)).toMatchObject({ code: "0211" });
  expect(await send("DELETE", ORDER, { orderId: 1 })).toMatchObject({ status: "CANCELED" });
  expect(await send("GET", `${ORDER}?origClientOrderId=a`)).toMatchObject({ status: "CANCELED" });
});

test("several paths may take several requests at once", async () => {
  const { send, journal } = await play("resources: { /a: { id: id, batch: [/a/all, /a/many] } }");
  for (const path of ["/a/all", "/a/many"])
    expect(await send("POST", path, [{ id: "1" }, { id: "2" }])).toMatchObject({
      result: [{ code: 0 }, { code: 0 }],
    });
  expect(await journal({ id: "2" })).toMatchObject({ received: 2, executed: 2 });
});

test("the reply of a resource waits as it says", async () => {
  const { send } = await play(
    "resources: { /a: { id: id, missing: { reply: ORDER_NOT_FOUND, delay: 300 } } }",
  );
  const from = performance.now();
  expect(await send("GET", "/a?id=1")).toMatchObject({ code: "0211" });
  expect(performance.now() - from).toBeGreaterThan(290);
});

test("a success has the body that a scenario gives it, with the time of the mock", async () => {
  const { send, url } = await play(`
replies:
  GET /api/v1/time: { body: { serverTime: "{now}" }, times: 2 }
  GET /api/v1/balances: { reply: success, body: [{ asset: BTC, free: "1", since: ["{now}"] }] }
  POST ${ORDER}: { batch: [success, { reply: success, body: { code: 0, orderId: "7" } }] }`);
  for (const _ of [1, 2]) {
    const { serverTime } = (await send("GET", "/api/v1/time")) as { serverTime: number };
    expect(Math.abs(serverTime - Date.now())).toBeLessThan(2_000);
  }
  expect(await send("GET", "/api/v1/time")).toEqual({ code: 0 });
  expect(JSON.parse((await send("GET", "/api/v1/balances")) as string)).toEqual([
    { asset: "BTC", free: "1", since: [expect.any(Number)] },
  ]);
  expect(await send("POST", ORDER, [{ a: 1 }, { a: 2 }])).toMatchObject({
    result: [{ a: 1 }, { code: 0, orderId: "7" }],
  });
  const body = `${url}/x?x-mock-body=`;
  expect(await (await fetch(`${body}{"b":1}`)).json()).toEqual({ b: 1 });
  expect(await (await fetch(`${body}{"code":"-1"}`)).text()).toBe(
    'mock: x-mock-body: expected a success, found {"code":"-1"}\n',
  );
  expect(await (await fetch(`${body}{&x-mock-reply=0003`)).text()).toBe(
    "mock: x-mock-body: only a success can have it\n",
  );
});

test("what was deleted is changed no more where the resource says what closed it", async () => {
  const { send, journal } = await play(`${RESOURCES}    closed: ORDER_ALREADY_CANCELLED\n`);
  await send("POST", ORDER, { clientOrderId: "a" });
  const cancel = () => send("DELETE", ORDER, { clientOrderId: "a" });
  expect(await cancel()).toMatchObject({ status: "CANCELED" });
  expect(await cancel()).toMatchObject({ code: "-1142" });
  expect(await send("PUT", ORDER, { clientOrderId: "a", price: "2" })).toMatchObject({
    code: "-1142",
  });
  const found = await send("GET", `${ORDER}?origClientOrderId=a`);
  expect(found).toEqual({
    code: 0,
    clientOrderId: "a",
    orderId: "1",
    status: "CANCELED",
    filled: 0,
  });
  expect(await journal({ reply: "ORDER_ALREADY_CANCELLED" })).toMatchObject({
    received: 2,
    executed: 0,
    requests: [
      { id: "a", by: "resource" },
      { id: "a", by: "resource" },
    ],
  });
});

const EXPIRES = `${RESOURCES}    expires: { timestamp: timestamp, window: recvWindow, ms: 5000, reply: -1021 }
`;

test("a request expires after its window, by the time that it says", async () => {
  const { send, journal } = await play(EXPIRES);
  const late = { code: "-1021" };
  const done = { code: 0 };
  const ago = (ms: number, more: object = {}) => ({ timestamp: Date.now() - ms, ...more });
  expect(await send("POST", ORDER, ago(6_000, { clientOrderId: "a" }))).toMatchObject(late);
  expect(await send("POST", ORDER, ago(-60_000, { clientOrderId: "a" }))).toMatchObject(late);
  expect(await send("POST", ORDER, ago(-4_000))).toMatchObject(done);
  expect(await send("POST", ORDER, { timestamp: "NaN", clientOrderId: "a" })).toMatchObject(late);
  expect(await journal({ id: "a" })).toMatchObject({ received: 3, executed: 0 });
  expect(await send("GET", `${ORDER}?origClientOrderId=a&timestamp=1`)).toMatchObject(late);
  expect(await journal({ method: "GET" })).toMatchObject({ requests: [{ executed: null }] });
  const batch = { orders: [{ clientOrderId: "a" }] };
  const path = `/api/v1/spot/batchOrders?timestamp=${Date.now() - 6_000}`;
  expect(await send("POST", path, batch)).toMatchObject(late);
  expect(await send("POST", `${path}&x-mock-batch=success`, batch)).toMatchObject(late);
  expect(await send("POST", ORDER, ago(6_000, { recvWindow: 60_000 }))).toMatchObject(done);
  expect(await send("POST", ORDER, ago(2_000, { recvWindow: "1000" }))).toMatchObject(late);
  expect(await send("POST", ORDER, ago(2_000))).toMatchObject(done);
  expect(await send("POST", ORDER, { clientOrderId: "a" })).toMatchObject(done);
});

test("a request expires whose time is further ahead than the resource accepts", async () => {
  const { send } = await play(EXPIRES.replace("ms: 5000", "ms: 5000, ahead: 1000"));
  const order = (ms: number) => send("POST", ORDER, { timestamp: Date.now() + ms });
  expect(await order(3_000)).toMatchObject({ code: "-1021" });
  expect(await order(500)).toMatchObject({ code: 0 });
  expect(await order(-3_000)).toMatchObject({ code: 0 });
});

test("a request whose answer was lost is not executed after its window", async () => {
  const { send, journal } = await play(
    `replies: { POST ${ORDER}: [{ reply: reset, executedAfter: 300 }, { reply: reset, executedAfter: 100 }, reset] }${EXPIRES}`,
  );
  const order = (clientOrderId: string, recvWindow: number, timestamp = Date.now()) =>
    send("POST", ORDER, { clientOrderId, recvWindow, timestamp });
  await order("late", 150);
  await order("in time", 20_000);
  await order("old", 20_000, 1);
  await expect.poll(() => journal()).toMatchObject({ executed: 1 });
  await new Promise((resolve) => setTimeout(resolve, 400));
  const executed = async (id: string) => (await journal({ id })).executed;
  expect(await Promise.all(["late", "in time", "old"].map(executed))).toEqual([0, 1, 0]);
});

test("without a reply for duplicates, a repeat is executed again, and the journal shows it", async () => {
  const text = RESOURCES.replace(/ +duplicate.*\n/, "");
  const { send, journal } = await play(text);
  await send("POST", ORDER, { clientOrderId: "a" });
  await send("POST", ORDER, { clientOrderId: "a" });
  expect(await journal({ id: "a" })).toMatchObject({ executed: 2 });
});

test("a test replaces the scenario while the mock runs", async () => {
  const { url, journal, send, put } = await play("{}");
  await send("POST", ORDER, {});
  expect((await put(`replies: { POST ${ORDER}: [-1007] }`)).status).toBe(200);
  expect(await journal()).toMatchObject({ received: 0 });
  expect(await send("POST", ORDER, {})).toMatchObject({ code: "-1007" });
  expect(await send("POST", ORDER, {})).toMatchObject({ code: 0 });
  await fetch(`${url}/__mock/reset`, { method: "POST" });
  expect(await send("POST", ORDER, {})).toMatchObject({ code: "-1007" });
  const refused = await put("replies: { POST /x: [nonsense] }");
  expect([refused.status, await refused.text()]).toEqual([
    400,
    expect.stringMatching(/^replies "POST \/x"\[0\]: unknown reply "nonsense"; expected /),
  ]);
});

test("every problem in a scenario is reported with its place", () => {
  const file = writeScenario(`
replies:
  POST /x: [success, ORDER_DUPLICAT, { reply: timeout, executed: maybe }]
  orders: [{ reply: http-502, tims: 3 }]
  GET /s?a=1: success
  GET /s/{id}: success
  /w: [{ reply: success, times: 10001 }, { delay: 3600001 }, [success], { reply: [] }, { batch: [] }]
  /v: { reply: -1007, form: text, params: [] }
  /t: { batch: [success, { reply: -1007, executedAfter: 5 }, { reply: -1007, batch: [success] }] }
resources:
  /y: { missing: ORDER_NOT_FOUND }
  z: { id: [a, ""], batch: [1], members: { a: { b: 1 } }, duplicate: nonsense }
  /u: []
  /r/*: { id: [], batch: [/r, r/batch] }
  /q: { id: a, batch: /q, missing: ORDER_NOT_FOUND, duplicate: timeout }
  /p: { id: a, closed: ORDER_ALREADY_CANCELLED, expires: { timestamp: "", ms: x, reply: none, at: 1 } }
  /o: { id: a, expires: 5000 }
scenes: []
`);
  const { status, output, errors } = run(["mock", "--port", "0", "--scenario", file]);
  expect([status, output]).toEqual([2, ""]);
  expect(errors.replaceAll(`error: ${file}: `, "").trimEnd().split("\n")).toEqual([
    'scenario: unknown member "scenes": expected one of replies, resources',
    expect.stringContaining('replies "POST /x"[1]: unknown reply "ORDER_DUPLICAT"'),
    'replies "POST /x"[2] executed: expected true or false, found "maybe"',
    'replies "orders": expected a method and a path without ? and {, such as POST /orders/*, or *',
    expect.stringContaining('replies "orders"[0]: unknown member "tims"'),
    'replies "GET /s?a=1": expected a method and a path without ? and {, such as POST /orders/*, or *',
    'replies "GET /s/{id}": expected a method and a path without ? and {, such as POST /orders/*, or *',
    'replies "/w"[0]: times: expected at most 10000, found 10001',
    'replies "/w"[1] delay: expected a whole number up to 3600000, found 3600001',
    'replies "/w"[2]: expected a mapping, found ["success"]',
    'replies "/w"[3]: expected a word, a name or a code, found []',
    'replies "/w"[4]: batch: expected a list of replies, found []',
    'replies "/v"[0] params: expected a mapping, found []',
    'replies "/v"[0]: form: expected string or number, found "text"',
    'replies "/t"[0] batch[1]: only the whole reply can have a batch, a delay or an executedAfter',
    'replies "/t"[0] batch[2]: only the whole reply can have a batch, a delay or an executedAfter',
    'resources "/y" id: expected a text or a list of texts, found undefined',
    'resources "z": expected a path without ?, { and *, such as /orders, found "z"',
    'resources "z" id: expected a text or a list of texts, found ["a",""]',
    'resources "z" batch: expected a text or a list of texts, found [1]',
    'resources "z" members: a: expected a text, a number or a flag, found {"b":1}',
    expect.stringContaining('resources "z" duplicate: unknown reply "nonsense"; expected '),
    'resources "/u": expected a mapping, found []',
    'resources "/r/*": expected a path without ?, { and *, such as /orders, found "/r/*"',
    'resources "/r/*" id: expected a text or a list of texts, found []',
    'resources "/r/*" batch: expected a path without ?, { and *, such as /orders, found "r/batch"',
    'resources "/q" duplicate: expected success or an error: an item has no other reply',
    'resources "/p" closed: needs deleted: without it, DELETE removes a resource',
    'resources "/p" expires: unknown member "at": expected one of timestamp, window, ms, ahead, reply',
    expect.stringContaining('resources "/p" expires reply: unknown reply "none"; expected '),
    'resources "/p" expires timestamp: expected a text or a list of texts, found ""',
    'resources "/p" expires ms: expected a whole number up to 3600000, found "x"',
    'resources "/o" expires: expected a mapping, found 5000',
  ]);
  const broken = writeScenario("replies: {");
  expect(run(["mock", "--scenario", broken])).toMatchObject({
    status: 2,
    errors: expect.stringContaining("at line 1"),
  });
  expect(run(["mock", "--scenario", "none.yaml"])).toMatchObject({ status: 2 });
});

test("the mock says of a scenario that it cannot read what scan says of a file", () => {
  const folder = import.meta.dirname;
  const errorsOf = (file: string) => run(["mock", "--port", "0", "--scenario", file]).errors;
  expect(errorsOf("nowhere.yaml")).toBe("error: nowhere.yaml: does not exist\n");
  expect(errorsOf(folder)).toBe(`error: ${folder}: is a folder\n`);
  expect(run(["scan", "nowhere.yaml"]).errors).toBe("nowhere.yaml: does not exist\n");
});
