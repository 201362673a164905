import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { reach, startForBot, TIMES } from "./bot-connection.js";
import { answers, limit, rejected } from "./exchange-faults.js";
import { type Fault, sendJson } from "./exchange-server.js";
import { loadOrderLoop, newOrder } from "./load-order-loop.js";

const { loop, remove } = await loadOrderLoop();
afterAll(remove);

test("cancelOrder cancels the order after each failure of the first attempt", async () => {
  const failures = [...Object.values(answers), limit].flatMap((answer) =>
    [false, true].map((isCarriedOut): Fault => ({ isCarriedOut, answer })),
  );
  const states = await Promise.all(
    failures.map(async (fault) => {
      const exchange = await startForBot(true);
      const order = newOrder();
      await loop.placeOrder(reach(exchange), order);
      await sleep(TIMES.settleMs);
      exchange.faults.set("DELETE", [fault]);
      await loop.cancelOrder(reach(exchange), order.clientOrderId);
      return exchange.shown.get(order.clientOrderId)?.status;
    }),
  );
  expect(states).toEqual(failures.map(() => "CANCELED"));
});

test("cancelOrder takes no success for its own that does not name the order", async () => {
  const states = await Promise.all(
    [true, false].map(async (isCarriedOut) => {
      const exchange = await startForBot(true);
      const order = newOrder();
      await loop.placeOrder(reach(exchange), order);
      await sleep(TIMES.settleMs);
      const answer = (response: ServerResponse) => sendJson(response, {});
      exchange.faults.set("DELETE", [{ isCarriedOut, answer }]);
      await loop.cancelOrder(reach(exchange), order.clientOrderId);
      return exchange.shown.get(order.clientOrderId)?.status;
    }),
  );
  expect(states).toEqual(["CANCELED", "CANCELED"]);
});

/** Cancels an order of an exchange that answers so, and lists the requests until it is canceled. */
async function cancel(
  ...statuses: readonly (string | { readonly code: string })[]
): Promise<readonly string[]> {
  const requests: string[] = [];
  const send = async (method: string) => {
    requests.push(method);
    const status = statuses[requests.length - 1];
    return Response.json(typeof status === "object" ? status : { clientOrderId: "bot-0", status });
  };
  const exchange = { ...TIMES, send, sleep: () => sleep(1) };
  await loop.cancelOrder(exchange, "bot-0");
  return requests;
}

test("cancelOrder returns once nothing is left to cancel, not when the exchange agrees to cancel it", async () => {
  expect(await cancel("CANCELED")).toEqual(["DELETE"]);
  expect(await cancel("NEW", "CANCELED")).toEqual(["DELETE", "GET"]);
  expect(await cancel("NEW", "PENDING_CANCEL", { code: "-1142" })).toEqual([
    "DELETE",
    "GET",
    "DELETE",
  ]);
  expect(await cancel("NEW", "NEW", "PARTIALLY_FILLED", "FILLED")).toEqual([
    "DELETE",
    "GET",
    "DELETE",
    "GET",
  ]);
  expect(await cancel({ code: "-1138" }, "PARTIALLY_CANCELED")).toEqual(["DELETE", "GET"]);
});

test("cancelOrder throws the outcome unknown if the order stays open after eight attempts", async () => {
  const open = Array.from({ length: 16 }, () => "NEW");
  const unknown = { failure: { outcome: "unknown" } };
  await expect(cancel(...open)).rejects.toMatchObject(unknown);
  const busy = Array.from({ length: 7 }, () => ({ code: "0003" }));
  await expect(cancel(...busy, "NEW")).rejects.toMatchObject(unknown);
});

test("cancelOrder does not say that nothing happened while an earlier attempt may be carried out", async () => {
  const exchange = await startForBot(true);
  const order = newOrder();
  await loop.placeOrder(reach(exchange), order);
  await sleep(TIMES.settleMs);
  const lost = (response: ServerResponse) => void response.destroy();
  const refused = (response: ServerResponse) => sendJson(response, { code: "-1130" });
  exchange.faults.set("DELETE", [rejected(lost), rejected(refused)]);
  const canceling = loop.cancelOrder(reach(exchange), order.clientOrderId);
  await expect(canceling).rejects.toMatchObject({ failure: { outcome: "unknown" } });
  exchange.faults.set("DELETE", [rejected(refused)]);
  const refusal = loop.cancelOrder(reach(exchange), order.clientOrderId);
  await expect(refusal).rejects.toMatchObject({ failure: { name: "PARAMETER_INVALID" } });
});
