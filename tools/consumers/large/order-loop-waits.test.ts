import { execFile } from "node:child_process";
import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, describe, expect, test, vi } from "vitest";
import { type BotConnection, PATIENT_MS, reach, startForBot } from "./bot-connection.js";
import { answers, limit, rejected } from "./exchange-faults.js";
import type { Fault } from "./exchange-server.js";
import { loadOrderLoop, newOrder } from "./load-order-loop.js";

const { address, loop, remove } = await loadOrderLoop();
afterAll(remove);

describe("an exchange that limits the rate for a minute", () => {
  /** Returns what the bot does until its second request, after the first one is limited. */
  async function watch(
    method: string,
    act: (connection: object) => Promise<unknown>,
    answer: Fault["answer"] = limit,
  ): Promise<readonly string[]> {
    const exchange = await startForBot(true, PATIENT_MS);
    exchange.faults.set(method, [rejected(answer)]);
    const log: string[] = [];
    const connection = reach(exchange, PATIENT_MS);
    await act({
      ...connection,
      sleep: (ms: number) => {
        log.push(ms >= 60_000 ? "wait a minute" : "wait");
        return connection.sleep(ms);
      },
      send: (...request: Parameters<BotConnection["send"]>) => {
        log.push("send");
        return connection.send(...request);
      },
    });
    return log.slice(0, log.indexOf("send", 1));
  }

  test("placeOrder sends nothing before the minute is over", async () => {
    const place = (connection: object) => loop.placeOrder(connection, newOrder());
    expect(await watch("POST", place)).toEqual(["send", "wait a minute"]);
  });

  test("cancelOrder sends nothing before the minute is over", async () => {
    const cancel = (connection: object) => loop.cancelOrder(connection, "bot-0");
    expect(await watch("DELETE", cancel)).toEqual(["send", "wait a minute"]);
  });

  test("placeOrders sends nothing before the minute is over, and as long as Retry-After says", async () => {
    const place = (connection: object) => loop.placeOrders(connection, [newOrder(), newOrder()]);
    const [first, ...waits] = await watch("POST", place);
    expect([first, ...new Set(waits)]).toEqual(["send", "wait a minute"]);
    const answer = (response: ServerResponse) => {
      response.writeHead(429, { "retry-after": "60" }).end('{"code":"0003"}');
    };
    expect((await watch("POST", place, answer)).slice(0, 2)).toEqual(["send", "wait a minute"]);
  });
});

test.each([
  ["ahead", 3_600_000],
  ["back", -3_600_000],
])("a lookup takes as long as a request is accepted while the clock is set %s", async (_, ms) => {
  const startedAt = performance.now();
  const times = { recvWindowMs: 200, settleMs: 100, timeoutMs: PATIENT_MS };
  const send = async () => {
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + ms);
    return Response.json({ code: "0211", msg: "Order not found" }, { status: 400 });
  };
  const exchange = { ...times, send, sleep: () => setTimeout(10) };
  expect(await loop.findOrder(exchange, "bot-0")).toBeUndefined();
  vi.restoreAllMocks();
  expect(performance.now() - startedAt).toBeGreaterThan(300);
});

test("a program that only places an order does not end before it knows the outcome", async () => {
  const exchange = await startForBot(true);
  exchange.chooseFault = () => rejected(answers["a body that cannot be decompressed"]);
  const script = `import { placeOrder } from ${JSON.stringify(address)};
    const send = (method, path, params, signal) =>
      fetch(${JSON.stringify(exchange.url)} + path, { method, signal, ...(method === "POST" && { body: "{}" }) });
    const sleep = () => new Promise((resolve) => setTimeout(resolve, 1));
    const exchange = { recvWindowMs: 0, settleMs: 0, timeoutMs: 200, send, sleep };
    placeOrder(exchange, {}).catch(({ failure }) => console.log(failure.outcome));`;
  const program = ["--input-type=module", "-e", script];
  expect((await promisify(execFile)(process.execPath, program)).stdout).toBe("unknown\n");
});
