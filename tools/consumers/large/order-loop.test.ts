import type { ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { isHashKeyApiError, type KnownError } from "@hashkey-errors/validator";
import { afterAll, describe, expect, test } from "vitest";
import { compile, newestCompiler, writeConsumer } from "../test/consumer.js";
import { PATIENT_MS, reach, startForBot, TIMES } from "./bot-connection.js";
import { answers, limit, rejected } from "./exchange-faults.js";
import { type Fault, sendJson } from "./exchange-server.js";
import { inTurns } from "./in-turns.js";
import { loadOrderLoop, newOrder } from "./load-order-loop.js";

interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly outcome: KnownError["outcome"];
  readonly retry: KnownError["retry"];
}

const { entries } = createRequire(import.meta.url)("@hashkey-errors/schemas/catalog.json") as {
  readonly entries: readonly Entry[];
};
const errors = entries.filter(({ kind }) => kind === "error");

const { code, loop, remove } = await loadOrderLoop();
afterAll(remove);

const mayStand = ({ outcome, retry }: Entry) =>
  outcome === "unknown" || retry === "after-reconcile";

/** Places one order whose first attempt has a fault, and counts how often it was placed. */
async function countPlaced(
  fault: Fault,
  refusesRepeats: boolean,
  timeoutMs?: number,
): Promise<number | string> {
  // A bot that waits long sends nothing meanwhile: no request can come too late.
  const exchange = await startForBot(refusesRepeats, timeoutMs);
  exchange.faults.set("POST", [fault]);
  const order = newOrder();
  try {
    const placed = await loop.placeOrder(reach(exchange, timeoutMs), order);
    expect(JSON.stringify(placed)).toContain(order.clientOrderId);
  } catch (error) {
    if (!isHashKeyApiError(error)) throw error;
    return error.failure.name;
  }
  return exchange.placed.get(order.clientOrderId) ?? 0;
}

test("the documented loop compiles", () => {
  const consumer = writeConsumer({ "order-loop.ts": code });
  expect(compile(newestCompiler, consumer)).toBe("");
});

describe.each([
  ["an exchange that rejects repeats", true],
  ["an exchange that does not", false],
])("placeOrder on %s", (_, refusesRepeats) => {
  test("placeOrder places exactly one order after each failure of the connection", async () => {
    const faults = Object.entries(answers).flatMap(([what, answer]) => [
      [`${what}, not carried out`, { isCarriedOut: false, answer }],
      [`${what}, carried out`, { isCarriedOut: true, answer }],
      [
        `${what}, carried out late`,
        { isCarriedOut: true, delayMs: TIMES.recvWindowMs - 40, answer },
      ],
      [
        `${what}, too late to be carried out`,
        { isCarriedOut: true, delayMs: TIMES.recvWindowMs + 40, answer },
      ],
    ]) as [string, Fault][];
    const counts = await inTurns(
      [...faults, ["a rate limit", rejected(limit)] as const],
      async ([what, fault]) => [what, await countPlaced(fault, refusesRepeats)],
    );
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });

  test("placeOrder places exactly one order after each error of the catalog, or throws the error", async () => {
    const cases = errors.flatMap((entry) =>
      mayStand(entry)
        ? [false, true].map((each) => [entry, each] as const)
        : [[entry, false] as const],
    );
    const wrong = await inTurns(cases, async ([entry, isCarriedOut]) => {
      const body = { code: entry.code, msg: entry.message };
      const answer = (response: ServerResponse) => sendJson(response, body);
      const got = await countPlaced({ isCarriedOut, answer }, refusesRepeats, PATIENT_MS);
      const isFinal = !mayStand(entry) && entry.retry !== "after-delay";
      return got === (isFinal ? entry.name : 1) ? [] : [`${entry.name}: ${got}`];
    });
    expect(wrong.flat()).toEqual([]);
  });

  test("resumeOrder places an order once whose request was on its way when the program ended", async () => {
    const path = "/api/v1/spot/order";
    const late = TIMES.recvWindowMs - 40;
    const counts = await Promise.all(
      [undefined, 0, late].map(async (delayMs) => {
        const exchange = await startForBot(refusesRepeats);
        const order = newOrder();
        if (delayMs !== undefined) {
          exchange.faults.set("POST", [
            { isCarriedOut: true, delayMs, answer: answers["a reset"] },
          ]);
          const sent = reach(exchange).send("POST", path, order, new AbortController().signal);
          await expect(sent).rejects.toThrow();
        }
        const placed = await loop.resumeOrder(reach(exchange), order);
        expect(JSON.stringify(placed)).toContain(order.clientOrderId);
        return exchange.placed.get(order.clientOrderId);
      }),
    );
    expect(counts).toEqual([1, 1, 1]);
  });

  test("placeOrder neither loses nor duplicates any of 200 orders while the exchange fails at random", async () => {
    const exchange = await startForBot(refusesRepeats);
    // Four failures of each kind for an order, so that the loop's eight attempts are enough.
    const failures = new Map<string, number>();
    exchange.chooseFault = (method, id) => {
      const count = failures.get(`${method} ${id}`) ?? 0;
      if (count >= 4 || Math.random() > (method === "POST" ? 0.6 : 0.3)) return undefined;
      failures.set(`${method} ${id}`, count + 1);
      const all = [...Object.values(answers), limit];
      const answer = all[Math.floor(Math.random() * all.length)] as Fault["answer"];
      const isCarriedOut = answer !== limit && Math.random() < 0.5;
      return { isCarriedOut, delayMs: Math.random() < 0.3 ? Math.random() * 800 : 0, answer };
    };
    const made = Array.from({ length: 200 }, newOrder);
    const isUnknown = await inTurns(made, async (order) => {
      try {
        await loop.placeOrder(reach(exchange), order);
        return false;
      } catch (error) {
        // On a busy machine a lookup may time out eight times, and a request come too late: then a
        // person is told.
        if (!isHashKeyApiError(error)) throw error;
        const { name, outcome } = error.failure;
        expect(outcome === "unknown" || name === "TIMESTAMP_OUT_OF_RANGE", name).toBe(true);
        return true;
      }
    });
    const counts = made.map(({ clientOrderId }) => exchange.placed.get(clientOrderId) ?? 0);
    expect(counts.filter((count) => count > 1)).toEqual([]);
    expect(counts.filter((count, index) => count === 0 && !isUnknown[index])).toEqual([]);
    expect(isUnknown.filter(Boolean).length).toBeLessThan(20);
  });
});

test("placeOrder gives up with the outcome unknown if the exchange never answers", async () => {
  const exchange = await startForBot(true);
  exchange.chooseFault = () => rejected((response) => response.destroy());
  await expect(loop.placeOrder(reach(exchange), newOrder())).rejects.toMatchObject({
    failure: { name: "NO_RESPONSE", outcome: "unknown" },
  });
});

test.each([
  [
    "an error that rejects the lookup",
    (response: ServerResponse) => sendJson(response, { code: "-1002" }),
  ],
  ["another body than an order", (response: ServerResponse) => sendJson(response, {})],
  ["no answer to the lookup", (response: ServerResponse) => void response.destroy()],
])("placeOrder throws the outcome unknown after a timeout with %s", async (_, answer) => {
  const exchange = await startForBot(true);
  const timeout = (response: ServerResponse) => sendJson(response, { code: "-1007" });
  exchange.faults.set("POST", [{ isCarriedOut: true, answer: timeout }]);
  exchange.chooseFault = (method) => (method === "GET" ? rejected(answer) : undefined);
  await expect(loop.placeOrder(reach(exchange), newOrder())).rejects.toMatchObject({
    failure: { outcome: "unknown", retry: "after-reconcile" },
  });
});

test("placeOrder throws the outcome unknown after a batch in place of an order", async () => {
  const body = { code: 0, result: [{ code: "0401" }] };
  const exchange = { ...TIMES, send: async () => Response.json(body), sleep: async () => {} };
  await expect(loop.placeOrder(exchange, newOrder())).rejects.toMatchObject({
    failure: { outcome: "unknown" },
  });
});

test("findOrder looks again after a success that is not the order", async () => {
  const bodies = [
    {},
    { code: 0, result: [] },
    { clientOrderId: "another" },
    { clientOrderId: "bot" },
  ];
  const send = async () => Response.json(bodies.shift());
  const found = await loop.findOrder({ ...TIMES, send, sleep: async () => {} }, "bot");
  expect(found).toEqual({ clientOrderId: "bot" });
});

test("placeOrder throws no outcome rejected if the last attempt is refused as a duplicate", async () => {
  const exchange = await startForBot(true, PATIENT_MS);
  const duplicate = (response: ServerResponse) => sendJson(response, { code: "-1141" });
  const busy = (response: ServerResponse) => sendJson(response, { code: "0003" });
  const order = newOrder();
  exchange.faults.set("POST", [
    ...Array.from({ length: 7 }, () => rejected(busy)),
    { isCarriedOut: true, answer: duplicate },
  ]);
  expect(await loop.placeOrder(reach(exchange, PATIENT_MS), order)).toMatchObject({
    clientOrderId: order.clientOrderId,
  });
});

test("placeOrders places each order of a batch once after each failure of the answer", async () => {
  const failures = [undefined, ...Object.values(answers).map(rejected)];
  const counts = await Promise.all(
    failures.map(async (fault) => {
      const exchange = await startForBot(true);
      exchange.faults.set("POST", [fault]);
      const batch = [newOrder(), newOrder(), newOrder()];
      const results = await loop.placeOrders(reach(exchange), batch);
      expect(results.every(({ placed }) => placed !== undefined)).toBe(true);
      return batch.map(({ clientOrderId }) => exchange.placed.get(clientOrderId));
    }),
  );
  expect(counts).toEqual(failures.map(() => [1, 1, 1]));
});

test.each([
  ["does not name its orders", { code: 0, result: [{ code: "0000" }, { code: "0000" }] }],
  ["lists nothing", { code: 0 }],
])("placeOrders does not send an order again after a success that %s", async (_, body) => {
  const exchange = await startForBot(true);
  exchange.faults.set("POST", [rejected((response) => sendJson(response, body))]);
  const results = await loop.placeOrders(reach(exchange), [newOrder(), newOrder()]);
  const unknown = { failure: { outcome: "unknown", retry: "after-reconcile" } };
  expect(results).toMatchObject([unknown, unknown]);
  expect(exchange.placed.size).toBe(0);
});
