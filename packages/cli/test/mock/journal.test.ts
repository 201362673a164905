import { expect, test } from "vitest";
import { ORDER, send } from "./send.js";
import { shareMock } from "./start-mock.js";

const beginMock = shareMock();

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
