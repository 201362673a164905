import { execFile } from "node:child_process";
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { type Failure, failureOf, identify } from "@hashkey-errors/validator";
import { toProblem } from "@hashkey-errors/validator/problem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answers } from "./exchange-faults.js";
import {
  addressOf,
  closedAddress,
  duplicate,
  json,
  loadRecipes,
  recipe,
  serve,
} from "./recipes.js";

let removeRecipes: () => void;
beforeAll(async () => {
  removeRecipes = await loadRecipes();
});
afterAll(() => removeRecipes());

const run = promisify(execFile);

const CLIENTS = ["fetch", "axios", "ky", "ofetch", "openapi-fetch", "got", "undici"];

const placeAt = (client: string, url: string) =>
  recipe(client).placeOrder?.(url, { clientOrderId: "a" }) as Promise<unknown>;

const failureFrom = async (sent: Promise<unknown>) =>
  sent.then(
    () => "a success",
    (thrown) => {
      const { name, outcome } = failureOf(thrown) ?? {};
      return [name, outcome];
    },
  );

describe.each(CLIENTS)("the recipe for %s", (client) => {
  const place = async (answer: (response: ServerResponse) => void) =>
    placeAt(client, await serve(answer));

  test("returns the body of a success", async () => {
    expect(await place(json(200, { orderId: "1" }))).toEqual({ orderId: "1" });
  });

  test("throws every failure in a form that failureOf recognizes", async () => {
    const html = (response: ServerResponse) =>
      void response.writeHead(502, { "content-type": "text/html" }).end("<html>");
    const reset = (response: ServerResponse) => void response.destroy();
    const cut = (response: ServerResponse) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end('{"orderId":');
    };
    expect(await failureFrom(place(json(400, duplicate)))).toEqual(["ORDER_DUPLICATE", "rejected"]);
    expect(await failureFrom(place(json(200, duplicate)))).toEqual(["ORDER_DUPLICATE", "rejected"]);
    expect(await failureFrom(place(json(200, { success: false })))).toEqual([
      "INVALID_RESPONSE",
      "unknown",
    ]);
    expect(await failureFrom(place(html))).toEqual(["INVALID_RESPONSE", "unknown"]);
    expect(await failureFrom(place(cut))).toEqual(["INVALID_RESPONSE", "unknown"]);
    expect(await failureFrom(place(reset))).toEqual(["NO_RESPONSE", "unknown"]);
    expect(await failureFrom(placeAt(client, await closedAddress()))).toEqual([
      "NO_RESPONSE",
      "rejected",
    ]);
  });

  test("follows no redirect: what the next request gets says nothing of the order", async () => {
    const next = [await closedAddress(), await serve(json(400, duplicate))];
    const outcomes = await Promise.all(
      next.map(async (location) => {
        const redirect = (response: ServerResponse) =>
          void response.writeHead(302, { location }).end();
        const [, outcome] = await failureFrom(place(redirect));
        return outcome;
      }),
    );
    expect(outcomes).toEqual(["unknown", "unknown"]);
  });
});

// Each waits for its deadline, so they wait together.
test("the recipe for every client ends with an unknown outcome if the body stalls or cannot be decompressed", async () => {
  const stalled = await serve((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write('{"orderId":');
  });
  const broken = await serve(answers["a body that cannot be decompressed"]);
  const tried = CLIENTS.flatMap((client) => [stalled, broken].map((url) => ({ client, url })));
  const outcomes = await Promise.all(
    tried.map(async ({ client, url }) => [client, (await failureFrom(placeAt(client, url)))[1]]),
  );
  expect(outcomes).toEqual(tried.map(({ client }) => [client, "unknown"]));
});

test("a program that only places an order does not end before its deadline", async () => {
  const url = await serve(answers["a body that cannot be decompressed"]);
  const script = `import { placeOrder } from ${JSON.stringify(addressOf("fetch"))};
    placeOrder(${JSON.stringify(url)}, {}).catch(({ name }) => console.log(name));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script]);
  expect(stdout).toMatch(/^(AbortError|HashKeyApiError)\n$/);
});

test("the recipe for a page behind a gateway reads what the gateway knows, and a proxy's page as an unknown outcome", async () => {
  const place = async (answer: (response: ServerResponse) => void) =>
    placeAt("Page", await serve(answer));
  const failureFor = async (answer: (response: ServerResponse) => void) =>
    place(answer).then(() => undefined, failureOf);
  const gatewayFor = (failure: Failure) => {
    const problem = toProblem(failure);
    return json(problem.status, problem);
  };
  const field = { name: "REQUIRED_FIELD_INVALID", params: { field: "side" } };
  const shared = identify("0001", "Required field side missing or invalid");
  const unsent = { name: "NO_RESPONSE", outcome: "rejected", retry: "after-delay" } as const;
  expect(await failureFor(gatewayFor(shared))).toMatchObject(field);
  expect(await failureFor(gatewayFor(unsent))).toMatchObject(unsent);
  const unknown = { outcome: "unknown", retry: "after-reconcile" };
  const html = (response: ServerResponse) => void response.writeHead(504).end("<html>");
  expect(await failureFor(html)).toMatchObject({ name: "INVALID_RESPONSE", ...unknown });
  const reset = (response: ServerResponse) => void response.destroy();
  expect(await failureFor(reset)).toMatchObject({ name: "NO_RESPONSE", ...unknown });
  expect(await place(json(200, { orderId: "1" }))).toEqual({ orderId: "1" });
});
