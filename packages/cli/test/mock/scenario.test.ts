import { expect, test } from "vitest";
import { run } from "../run.js";
import { RESOURCES, sender, sharePlayer } from "./play.js";
import { ORDER } from "./send.js";
import { startMock, writeScenario } from "./start-mock.js";

const play = sharePlayer();

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
