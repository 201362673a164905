import type { ServerResponse } from "node:http";
import type { ParsedResponse } from "@hashkey-errors/validator";
import { nextStep } from "@hashkey-errors/validator/next-step";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { importFetched } from "../registry/fetched.js";
import { closedAddress, duplicate, json, loadRecipes, recipe, serve } from "./recipes.js";

let removeRecipes: () => void;
beforeAll(async () => {
  removeRecipes = await loadRecipes();
});
afterAll(() => removeRecipes());

const timeout = { code: "-1007", msg: "Timeout waiting for response from server" };
const limited = { code: "0003", msg: "Rate limit exceeded" };
const reset = (response: ServerResponse) => void response.destroy();

type Reply = (response: ServerResponse) => void;

/** Answers the requests one after the other, and counts them. */
async function serveInTurn(...answers: readonly Reply[]) {
  const sent: number[] = [];
  const url = await serve((response) => {
    const answer = answers[sent.length] ?? json(200, { orderId: "1" });
    sent.push(performance.now());
    answer(response);
  });
  return { url, sent };
}

type Send = (url: string, method: string) => Promise<unknown>;

/** The clients that repeat requests by themselves. */
const REPEATING: Readonly<Record<string, () => Promise<Send>>> = {
  "p-retry": async () => {
    const { default: pRetry } = await importFetched<{
      default: (send: () => unknown, options: object) => Promise<unknown>;
    }>("p-retry");
    return (url, method) => pRetry(() => fetch(url, { method }), { minTimeout: 1 });
  },
  "axios-retry": async () => {
    const { default: axios } = await importFetched<Axios>("axios");
    const { default: axiosRetry } = await importFetched<{ default: (client: object) => void }>(
      "axios-retry",
    );
    const client = axios.create();
    axiosRetry(client);
    return (url, method) => client.request({ url, method });
  },
  got: async () => {
    const { default: got } = await importFetched<{
      default: (url: string, options: object) => Promise<unknown>;
    }>("got");
    return (url, method) => got(url, { method });
  },
  ky: async () => {
    const { default: ky } = await importFetched<{
      default: (url: string, options: object) => Promise<unknown>;
    }>("ky");
    return (url, method) => ky(url, { method });
  },
  "undici's RetryAgent": async () => {
    const { Agent, RetryAgent, request } = await importFetched<{
      Agent: new () => object;
      RetryAgent: new (agent: object) => object;
      request: (url: string, options: object) => Promise<unknown>;
    }>("undici");
    const dispatcher = new RetryAgent(new Agent());
    return (url, method) => request(url, { method, dispatcher });
  },
};

interface Client {
  request(settings: object): Promise<{ readonly status: number }>;
}
interface Axios {
  readonly default: { create(): Client };
}

test.each([
  ["p-retry", 2, 2],
  ["axios-retry", 2, 2],
  ["got", 1, 2],
  ["ky", 1, 2],
  ["undici's RetryAgent", 1, 2],
])("%s, left to itself, repeats writes as the page says", async (name, posts, deletions) => {
  const send = await REPEATING[name]?.();
  const count = async (method: string) => {
    const { url, sent } = await serveInTurn(reset);
    await send?.(url, method).catch(() => undefined);
    return sent.length;
  };
  expect([await count("POST"), await count("DELETE")]).toEqual([posts, deletions]);
});

test("the recipe for axios-retry repeats no write that may have been executed, and waits as long as Retry-After says", async () => {
  const { client } = recipe("axios-retry") as unknown as { readonly client: Client };
  const count = async (method: string, ...answers: readonly Reply[]) => {
    const { url, sent } = await serveInTurn(...answers);
    const { status } = await client.request({ url, method }).catch(() => ({ status: 0 }));
    return [status, sent.length];
  };
  expect(await count("POST", reset)).toEqual([0, 1]);
  expect(await count("POST", json(500, timeout))).toEqual([0, 1]);
  expect(await count("GET", reset)).toEqual([200, 2]);
  expect(await count("POST", json(400, limited))).toEqual([200, 2]);
  const later = (response: ServerResponse) => {
    response.setHeader("retry-after", "2");
    json(429, limited)(response);
  };
  const { url, sent } = await serveInTurn(later);
  await client.request({ url, method: "POST" });
  expect((sent[1] ?? 0) - (sent[0] ?? 0)).toBeGreaterThan(1900);
});

test("the recipe for ccxt reconciles whatever may have been executed", async () => {
  const { default: ccxt } = await importFetched<{
    default: { hashkey: new (settings: object) => Exchange };
  }>("ccxt");
  const stepFor = async (url: string) => {
    const exchange = new ccxt.hashkey({ apiKey: "k", secret: "s", timeout: 300 });
    exchange.urls.api = { public: url, private: url };
    const precision = { amount: 0.01, price: 0.01 };
    exchange.setMarkets([{ id: "BTCUSD", symbol: "BTC/USD", type: "spot", spot: true, precision }]);
    const thrown = await exchange
      .createOrder("BTC/USD", "limit", "buy", 1, 100)
      .catch((error) => error);
    return recipe("ccxt").stepAfter?.(thrown, 1);
  };
  const hang = () => {};
  const page = (response: ServerResponse) => void response.writeHead(502).end("<html>");
  const answers = [reset, hang, page, json(400, timeout), json(400, duplicate)];
  const urls = [...(await Promise.all(answers.map(serve))), await closedAddress()];
  expect(await Promise.all(urls.map(stepFor))).toMatchObject(
    Array(6).fill({ action: "reconcile" }),
  );
  expect(await stepFor(await serve(json(400, limited)))).toMatchObject({ action: "wait" });
  expect(() => recipe("ccxt").stepAfter?.(new Error("a bug"), 1)).toThrow("a bug");
});

interface Exchange {
  readonly urls: { api: object };
  setMarkets(markets: readonly object[]): void;
  createOrder(...values: readonly unknown[]): Promise<unknown>;
}

test("the recipe for ws passes on frames that are errors, and the end of the connection", async () => {
  const { WebSocketServer } = await importFetched<{
    WebSocketServer: new (options: object) => Sockets;
  }>("ws");
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  server.on("connection", (socket) => {
    socket.on("message", (topic) => {
      socket.send(JSON.stringify({ code: "-10004", desc: "Invalid topic!", topic: String(topic) }));
      socket.send('{"pong":1}');
      socket.terminate();
    });
  });
  await new Promise<void>((resolve) => server.on("listening", () => resolve()));
  const subscribe = async (url: string) => {
    const received: ParsedResponse[] = [];
    recipe("ws").subscribe?.(url, { topic: "x" }, (result: ParsedResponse) =>
      received.push(result),
    );
    await vi.waitFor(() => expect(received.at(-1)).toMatchObject({ name: "NO_RESPONSE" }), 5000);
    return received.map((result) => [nextStep(result, { method: "GET" }).action, result.kind]);
  };
  const url = `ws://127.0.0.1:${server.address().port}`;
  const lost = ["wait", undefined];
  expect(await subscribe(url)).toEqual([["fix", "error"], ["done", "success"], lost]);
  expect(await subscribe((await closedAddress()).replace("http", "ws"))).toEqual([lost]);
});

interface Socket {
  on(event: string, handle: (data: unknown) => void): void;
  send(frame: string): void;
  terminate(): void;
}
interface Sockets {
  on(event: string, handle: (socket: Socket) => void): void;
  address(): { readonly port: number };
  close(): void;
}
