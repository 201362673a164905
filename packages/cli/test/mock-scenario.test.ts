import { expect, test } from "vitest";
import { run } from "./run.js";
import { startMock, writeScenario } from "./start-mock.js";

const ORDER = "/api/v1/spot/order";
const RESOURCES = `
resources:
  ${ORDER}:
    id: [clientOrderId, origClientOrderId]
    batch: /api/v1/spot/batchOrders
    members: { orderId: "{n}", status: NEW }
    deleted: { status: CANCELED }
    missing: ORDER_NOT_FOUND
    duplicate: ORDER_DUPLICATE
`;

/** Returns what sends a request, and returns the body of its answer; `lost` where none came. */
function sender(url: string) {
  return async (method: string, path: string, body?: object): Promise<unknown> => {
    const signal = AbortSignal.timeout(3_000);
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

test("resources are created, found, canceled and missing", async () => {
  const { url, journal } = await startMock("--scenario", writeScenario(RESOURCES));
  const send = sender(url);
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
    result: [{ code: "-1141" }, { code: 0, clientOrderId: "c" }],
  });
  expect(await journal({ method: "POST" })).toMatchObject({ received: 2, executed: 2 });
});

test("without a reply for duplicates, a repeat is executed again, and the journal shows it", async () => {
  const text = RESOURCES.replace(/ +duplicate.*\n/, "");
  const { url, journal } = await startMock("--scenario", writeScenario(text));
  const send = sender(url);
  await send("POST", ORDER, { clientOrderId: "a" });
  await send("POST", ORDER, { clientOrderId: "a" });
  expect(await journal({ id: "a" })).toMatchObject({ executed: 2 });
});

test("a test replaces the scenario while the mock runs", async () => {
  const { url, journal } = await startMock();
  const send = sender(url);
  await send("POST", ORDER, {});
  const put = (body: string) => fetch(`${url}/__mock/scenario`, { method: "PUT", body });
  expect((await put(`replies: { POST ${ORDER}: [-1007] }`)).status).toBe(200);
  expect(await journal()).toMatchObject({ received: 0 });
  expect(await send("POST", ORDER, {})).toMatchObject({ code: "-1007" });
  expect(await send("POST", ORDER, {})).toMatchObject({ code: 0 });
  await fetch(`${url}/__mock/reset`, { method: "POST" });
  expect(await send("POST", ORDER, {})).toMatchObject({ code: "-1007" });
  const refused = await put("replies: { POST /x: [nonsense] }");
  expect([refused.status, await refused.text()]).toEqual([
    400,
    'replies "POST /x"[0]: unknown reply "nonsense"\n',
  ]);
});

test("every problem in a scenario is reported with its place", () => {
  const file = writeScenario(`
replies:
  POST /x: [success, ORDER_DUPLICAT, { reply: timeout, executed: maybe }]
  orders: [{ reply: http-502, tims: 3 }]
resources:
  /y: { missing: ORDER_NOT_FOUND }
scenes: []
`);
  const { status, output, errors } = run(["mock", "--port", "0", "--scenario", file]);
  expect([status, output]).toEqual([2, ""]);
  expect(errors.replaceAll(`error: ${file}: `, "").trimEnd().split("\n")).toEqual([
    'scenario: unknown member "scenes"; known are replies, resources',
    expect.stringContaining('replies "POST /x"[1]: unknown reply "ORDER_DUPLICAT"'),
    'replies "POST /x"[2] executed: expected true or false, found "maybe"',
    'replies "orders": expected a method and a path, such as POST /orders, or *',
    expect.stringContaining('replies "orders"[0]: unknown member "tims"'),
    'resources "/y" id: expected a text or a list of texts, found undefined',
  ]);
  const broken = writeScenario("replies: {");
  expect(run(["mock", "--scenario", broken])).toMatchObject({
    status: 2,
    errors: expect.stringContaining("at line 1"),
  });
  expect(run(["mock", "--scenario", "none.yaml"])).toMatchObject({ status: 2 });
});
