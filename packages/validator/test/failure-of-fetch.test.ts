import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { failureOf } from "@hashkey-errors/validator";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import { expect, onTestFinished, test } from "vitest";

const UNKNOWN = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" };
const NEVER_SENT = { name: "NO_RESPONSE", outcome: "rejected", retry: "after-delay" };

/** Starts a server on loopback, and returns its address. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Returns the error that the call throws. */
async function thrownBy(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("nothing was thrown");
}

test.each<[what: string, listener: RequestListener]>([
  ["no answer in time", () => {}],
  ["a connection that is reset", (request) => request.socket.destroy()],
  [
    "a body that breaks off",
    (_, answer) => {
      answer.writeHead(200, { "content-length": "100" }).write('{"orderId"');
      setTimeout(() => answer.destroy(), 20);
    },
  ],
])("after %s the request may have been executed", async (_, listener) => {
  const url = await listen(listener);
  for (const read of [(response: Response) => response.json(), parseFetchResponse]) {
    const thrown = await thrownBy(async () =>
      read(await fetch(url, { method: "POST", signal: AbortSignal.timeout(300) })),
    );
    expect(failureOf(thrown)).toMatchObject(UNKNOWN);
  }
});

test("an abort leaves it open whether the request was executed", async () => {
  const url = await listen(() => {});
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 50);
  const thrown = await thrownBy(() => fetch(url, { signal: abort.signal }));
  expect(failureOf(thrown)).toMatchObject(UNKNOWN);
});

test("a request that found nobody was never sent", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  for (const address of [`http://127.0.0.1:${port}`, "http://exchange.invalid"])
    expect(failureOf(await thrownBy(() => fetch(address)))).toMatchObject(NEVER_SENT);
});

test("JSON that fetch could not parse is an answer that is not the API's", async () => {
  const url = await listen((_, answer) => answer.end('{"orderId"'));
  const thrown = await thrownBy(async () => (await fetch(url)).json());
  expect(failureOf(thrown)).toMatchObject({ name: "INVALID_RESPONSE", outcome: "unknown" });
});
