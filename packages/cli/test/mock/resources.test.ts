import { expect, test } from "vitest";
import { RESOURCES, sharePlayer } from "./play.js";
import { ORDER } from "./send.js";

const play = sharePlayer();

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

test("the reply of a resource waits as it says", async () => {
  const { send } = await play(
    "resources: { /a: { id: id, missing: { reply: ORDER_NOT_FOUND, delay: 300 } } }",
  );
  const from = performance.now();
  expect(await send("GET", "/a?id=1")).toMatchObject({ code: "0211" });
  expect(performance.now() - from).toBeGreaterThan(290);
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
