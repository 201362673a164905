import { expect, test } from "vitest";
import { RESOURCES, sharePlayer } from "./play.js";
import { ORDER, send } from "./send.js";
import { shareMock, startMock, writeScenario } from "./start-mock.js";

const beginMock = shareMock();
const play = sharePlayer();

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

test("a batch without an item executes nothing", async () => {
  const { send, journal } = await play(RESOURCES);
  const path = "/api/v1/spot/batchOrders";
  expect(await send("POST", path, { orders: [] })).toEqual({ code: 0, result: [] });
  expect(await send("POST", path, [])).toEqual({ code: 0, result: [] });
  expect(await journal()).toMatchObject({ received: 2, executed: 0 });
});

test("several paths may take several requests at once", async () => {
  const { send, journal } = await play("resources: { /a: { id: id, batch: [/a/all, /a/many] } }");
  for (const path of ["/a/all", "/a/many"])
    expect(await send("POST", path, [{ id: "1" }, { id: "2" }])).toMatchObject({
      result: [{ code: 0 }, { code: 0 }],
    });
  expect(await journal({ id: "2" })).toMatchObject({ received: 2, executed: 2 });
});
