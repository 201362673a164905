import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { importFetched } from "../registry/fetched.js";
import { duplicate, loadRecipes, recipe, recipes, thrownFor } from "./recipes.js";

const root = join(import.meta.dirname, "..");

let removeRecipes: () => void;
beforeAll(async () => {
  removeRecipes = await loadRecipes();
});
afterAll(() => removeRecipes());

test("every recipe is tested, and has at most ten lines without its imports", () => {
  const long = [...recipes].filter(([, code]) => {
    const lines = code.split("\n").filter((line) => line !== "" && !line.startsWith("import"));
    return lines.length > 10;
  });
  expect(long.map(([name]) => name)).toEqual([]);
  expect([...recipes.keys()]).toEqual([
    ...["Deadline", "fetch", "axios", "ky", "ofetch", "openapi-fetch", "got", "undici"],
    ...["ccxt", "ws", "p-retry", "cockatiel", "axios-retry", "TanStack Query"],
    ...["MSW", "undici's MockAgent", "Playwright"],
    ...["Hono", "Fastify", "Express", "tRPC", "Page", "pino", "Sentry", "OpenTelemetry"],
  ]);
});

describe.each(["p-retry", "cockatiel"])("the recipe for %s", (name) => {
  const countCalls = async (body: object, method: string) => {
    let calls = 0;
    const error = await thrownFor(body);
    const send = () => {
      calls++;
      return calls < 3 ? Promise.reject(error) : Promise.resolve("done");
    };
    const result = recipe(name).withRetry?.(send, method) as Promise<unknown>;
    return [await result.catch(() => "failed"), calls];
  };

  test("retries a rejected request that only has to wait", async () => {
    expect(await countCalls({ code: "0003" }, "POST")).toEqual(["done", 3]);
  });

  test("retries a read with an unknown outcome, and never a write", async () => {
    expect(await countCalls({ code: "-1007" }, "GET")).toEqual(["done", 3]);
    expect(await countCalls({ code: "-1007" }, "POST")).toEqual(["failed", 1]);
  });

  test("sends nothing before the minute of a rate limit is over, and gives up after eight", async () => {
    const limited = await thrownFor({}, 429);
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const send = vi.fn(() => Promise.reject(limited));
    const result = recipe(name).withRetry?.(send, "GET") as Promise<unknown>;
    const settled = result.catch((error) => error);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(send).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(send).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(send).toHaveBeenCalledTimes(8);
    expect(await settled).toBe(limited);
  });
});

test("the recipe for TanStack Query retries only reads that may succeed", async () => {
  const { client } = recipe("TanStack Query") as unknown as {
    client: {
      getDefaultOptions(): {
        queries: {
          retry: (count: number, error: Error) => boolean;
          retryDelay: (count: number, error: Error) => number;
        };
      };
    };
  };
  const { retry, retryDelay } = client.getDefaultOptions().queries;
  const timeout = await thrownFor({ code: "-1007" });
  expect(retry(0, timeout)).toBe(true);
  expect(retry(20, timeout)).toBe(false);
  expect(retryDelay(0, timeout)).toBeGreaterThan(0);
  expect(retry(0, await thrownFor({ code: "0001", msg: "Incorrect signature" }))).toBe(false);
  expect(retry(0, new Error("a bug"))).toBe(false);
});

test("the recipe for MSW answers as the exchange does", async () => {
  const { server } = recipe("MSW") as unknown as { server: { listen(): void; close(): void } };
  server.listen();
  onTestFinished(() => server.close());
  const response = await fetch("https://exchange.example/order", { method: "POST" });
  expect([response.status, await response.json()]).toEqual([400, duplicate]);
});

test("the recipe for undici's MockAgent answers as the exchange does", async () => {
  const { agent } = recipe("undici's MockAgent") as unknown as { agent: object };
  const { request } = (await import(
    pathToFileURL(join(root, "fetched/node_modules/undici/index.js")).href
  )) as {
    request(url: string, options: object): Promise<{ body: { json(): Promise<unknown> } }>;
  };
  const settings = { method: "POST", dispatcher: agent };
  const { body } = await request("https://exchange.example/order", settings);
  expect(await body.json()).toEqual(duplicate);
});

test("the recipe for Playwright answers a page's request", async () => {
  let handler: ((route: object) => unknown) | undefined;
  const fulfilled: object[] = [];
  const route = async (_: string, handle: (route: object) => unknown) => {
    handler = handle;
  };
  await recipe("Playwright").rejectOrders?.({ route });
  handler?.({ fulfill: (answer: object) => fulfilled.push(answer) });
  expect(fulfilled).toEqual([{ status: 400, json: duplicate }]);
});

describe("the recipe for a gateway answers with problem details", () => {
  const problem = { name: "ORDER_DUPLICATE", status: 409 };
  /** An error of which the catalog says how long to wait. */
  const early = { code: "-1182" };

  test("Hono", async () => {
    const { app } = recipe("Hono") as unknown as {
      app: {
        get(path: string, handle: () => unknown): void;
        request(path: string): Promise<Response>;
      };
    };
    const error = await thrownFor(duplicate);
    const later = await thrownFor(early);
    app.get("/", () => Promise.reject(error));
    app.get("/later", () => Promise.reject(later));
    const response = await app.request("/");
    expect(response.status).toBe(409);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("retry-after")).toBeNull();
    expect(await response.json()).toMatchObject(problem);
    expect((await app.request("/later")).headers.get("retry-after")).toBe("1800");
  });

  test("Fastify", async () => {
    const { app } = recipe("Fastify") as unknown as {
      app: {
        get(path: string, handle: () => unknown): void;
        inject(path: string): Promise<{ statusCode: number; json(): object; headers: object }>;
      };
    };
    const error = await thrownFor(duplicate);
    const later = await thrownFor(early);
    app.get("/", () => Promise.reject(error));
    app.get("/later", () => Promise.reject(later));
    const response = await app.inject("/");
    expect(response.statusCode).toBe(409);
    expect(response.headers).toMatchObject({
      "content-type": expect.stringContaining("application/problem+json"),
    });
    expect(response.headers).not.toHaveProperty("retry-after");
    expect(response.json()).toMatchObject(problem);
    expect((await app.inject("/later")).headers).toMatchObject({ "retry-after": "1800" });
  });

  test("Express", async () => {
    const { default: express } = (await import(
      pathToFileURL(join(root, "fetched/node_modules/express/index.js")).href
    )) as {
      default: () => {
        get(path: string, handle: () => unknown): void;
        use(handle: unknown): void;
        listen(port: number, host: string): import("node:http").Server;
      };
    };
    const error = await thrownFor(duplicate);
    const app = express();
    const later = await thrownFor(early);
    app.get("/", () => Promise.reject(error));
    app.get("/later", () => Promise.reject(later));
    app.use(recipe("Express").sendProblem);
    const server = app.listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const response = await fetch(url);
    expect(response.status).toBe(409);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(response.headers.has("retry-after")).toBe(false);
    expect(await response.json()).toMatchObject(problem);
    expect((await fetch(`${url}later`)).headers.get("retry-after")).toBe("1800");
  });

  test("tRPC", async () => {
    const { t } = recipe("tRPC") as unknown as {
      t: { router(procedures: object): object; procedure: { query(get: () => unknown): object } };
    };
    const { fetchRequestHandler } = await importFetched<{
      fetchRequestHandler(options: object): Promise<Response>;
    }>("@trpc/server/adapters/fetch");
    const error = await thrownFor(duplicate);
    const router = t.router({ order: t.procedure.query(() => Promise.reject(error)) });
    const req = new Request("http://gateway/trpc/order");
    const response = await fetchRequestHandler({ endpoint: "/trpc", req, router });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { data: { problem } } });
  });
});

describe("the recipe for logs or traces records the error without its body", () => {
  test("pino", async () => {
    const lines: string[] = [];
    const logger = recipe("pino").createLogger?.({
      write: (line: string) => void lines.push(line),
    }) as {
      error(fields: object): void;
    };
    logger.error({ err: await thrownFor({ ...duplicate, secret: "s3cret" }) });
    expect(lines.join("")).toContain("ORDER_DUPLICATE");
    expect(lines.join("")).not.toContain("s3cret");
  });

  test("Sentry", async () => {
    const originalException = await thrownFor(duplicate);
    expect(
      recipe("Sentry").groupByError?.({ tags: { app: "bot" } }, { originalException }),
    ).toMatchObject({
      fingerprint: ["ORDER_DUPLICATE", "-1141"],
      tags: { app: "bot", "error.type": "ORDER_DUPLICATE" },
    });
    // Each code that the catalog does not list is an issue of its own.
    const unlisted = { originalException: await thrownFor({ code: "-9999", msg: "New" }) };
    expect(recipe("Sentry").groupByError?.({}, unlisted)).toMatchObject({
      fingerprint: ["UNRECOGNIZED", "-9999"],
    });
    expect(recipe("Sentry").groupByError?.({}, { originalException: new Error("a bug") })).toEqual(
      {},
    );
  });

  test("OpenTelemetry", async () => {
    const { BasicTracerProvider } = (await import(
      pathToFileURL(
        join(root, "fetched/node_modules/@opentelemetry/sdk-trace-base/build/src/index-shim.js"),
      ).href
    )) as {
      BasicTracerProvider: new () => {
        getTracer(name: string): {
          startSpan(name: string): { attributes: object; status: object; end(): void };
        };
      };
    };
    const span = new BasicTracerProvider().getTracer("bot").startSpan("order");
    recipe("OpenTelemetry").recordFailure?.(span, await thrownFor(duplicate));
    span.end();
    expect(span.attributes).toMatchObject({ "error.type": "ORDER_DUPLICATE" });
    expect(span.status).toEqual({ code: 2 });
  });
});
