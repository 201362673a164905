import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import { expect, onTestFinished, test } from "vitest";

/** Starts a server on loopback that answers as told, and asks it. */
async function ask(listener: RequestListener, init?: RequestInit): Promise<Response> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, init);
}

const ERROR = '{"code":"0211","msg":"Order not found"}';

test.each<
  [name: string, status: number, type: string | undefined, body: string | Buffer, result: object]
>([
  [
    "JSON",
    400,
    "application/json",
    ERROR,
    { kind: "error", error: { name: "ORDER_NOT_FOUND" }, body: JSON.parse(ERROR) },
  ],
  ["JSON that says it is HTML", 400, "text/html; charset=gbk", ERROR, { kind: "error" }],
  ["JSON of no type", 400, undefined, ERROR, { kind: "error" }],
  ["JSON after a byte order mark", 400, "application/json", `\uFEFF${ERROR}`, { kind: "error" }],
  ["JSON between blanks", 200, "application/json", ` \r\n{"code":0}\n`, { kind: "success" }],
  [
    "JSON in another charset than it says",
    400,
    "application/json; charset=utf-8",
    Buffer.from('{"code":"-9999","msg":"caf\xe9"}', "latin1"),
    { kind: "error", error: { msg: "caf\uFFFD" } },
  ],
  ["a JSON string", 200, "application/json", '"ok"', { kind: "invalid", body: "ok" }],
  [
    "HTML",
    502,
    "text/html",
    "<html>Bad Gateway</html>",
    {
      kind: "invalid",
      issues: [{ message: "is not JSON", path: [], keyword: "contentMediaType" }],
      outcome: "unknown",
      retry: "after-reconcile",
      httpStatus: 502,
      body: "<html>Bad Gateway</html>",
    },
  ],
  [
    "an empty body",
    200,
    "application/json",
    "",
    { kind: "invalid", issues: [{ message: "is empty" }], body: "" },
  ],
  [
    "blanks",
    200,
    "application/json",
    " \n",
    { kind: "invalid", issues: [{ message: "is empty" }] },
  ],
  [
    "a byte order mark within",
    200,
    "application/json",
    '{\uFEFF"code":0}',
    { kind: "invalid", issues: [{ message: "is not JSON" }] },
  ],
  [
    "JSON that was cut off",
    200,
    "application/json",
    ERROR.slice(0, -9),
    { kind: "invalid", issues: [{ message: "is not JSON" }], body: ERROR.slice(0, -9) },
  ],
  [
    "an empty object under 502",
    502,
    "application/json",
    "{}",
    { kind: "invalid", issues: [{ keyword: "httpStatus" }] },
  ],
  [
    "UTF-16",
    200,
    "application/json",
    Buffer.from(ERROR, "utf16le"),
    { kind: "invalid", issues: [{ message: "is not JSON" }] },
  ],
])("%s", async (_, status, type, body, result) => {
  const response = await ask((_request, answer) => {
    answer.writeHead(status, type === undefined ? {} : { "content-type": type }).end(body);
  });
  expect(await parseFetchResponse(response)).toMatchObject(result);
});

test("a connection that breaks off is a rejection, with the name of the cause", async () => {
  const response = await ask((_request, answer) => {
    answer.writeHead(200, { "content-length": "100" });
    answer.write('{"code":');
    setTimeout(() => answer.destroy(), 20);
  });
  await expect(parseFetchResponse(response)).rejects.toThrow(
    expect.objectContaining({
      name: "HashKeyApiError",
      message: "NO_RESPONSE: the request may have been executed",
      failure: { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" },
      cause: expect.objectContaining({ name: "TypeError" }),
      origin: expect.any(TypeError),
    }),
  );
});

test("an abort is a rejection, with the abort as the cause", async () => {
  const abort = new AbortController();
  const response = await ask(
    (_request, answer) => {
      answer.writeHead(200);
      answer.write("{");
    },
    { signal: abort.signal },
  );
  setTimeout(() => abort.abort(), 20);
  await expect(parseFetchResponse(response)).rejects.toMatchObject({
    cause: { name: "AbortError" },
    origin: expect.any(DOMException),
  });
});

test("a body that was read before is a rejection, not a wrong answer", async () => {
  const response = new Response(ERROR);
  expect(await parseFetchResponse(response)).toMatchObject({ kind: "error" });
  await expect(parseFetchResponse(response)).rejects.toMatchObject({
    origin: expect.any(TypeError),
  });
});

test("parseFetchResponse reads anything with a status and a text", async () => {
  expect(await parseFetchResponse({ status: 400, text: async () => ERROR })).toMatchObject({
    kind: "error",
  });
});
