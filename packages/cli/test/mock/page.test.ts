import { expect, test } from "vitest";
import { shareMock } from "./start-mock.js";

const beginMock = shareMock();

const origin = "http://localhost:5173";

/** Returns the status of an answer, and its headers about other origins. */
async function ask(url: string, method: string, headers: Readonly<Record<string, string>>) {
  const response = await fetch(url, { method, headers });
  const own = [...response.headers].filter(([name]) => name.startsWith("access-control-"));
  return { status: response.status, headers: Object.fromEntries(own) };
}

const READABLE = {
  "access-control-allow-origin": origin,
  "access-control-allow-credentials": "true",
  "access-control-expose-headers": "retry-after",
};

test.each([
  ["/orders", 200],
  ["/orders?x-mock-reply=-1141", 400],
  ["/orders?x-mock-reply=http-429", 429],
  ["/orders?x-mock-eror=-1141", 400],
  ["/__mock/journal", 200],
])("a page of another origin can read the answer to %s", async (path, status) => {
  const { url } = await beginMock();
  expect(await ask(url + path, "GET", { origin })).toEqual({ status, headers: READABLE });
  expect(await ask(url + path, "GET", {})).toEqual({ status, headers: {} });
});

test("a page may send each method and header, and what asks for it takes no reply", async () => {
  const { url, journal } = await beginMock();
  const scenario = await fetch(`${url}/__mock/scenario`, {
    method: "PUT",
    body: 'replies: { "*": ORDER_DUPLICATE }',
  });
  expect(scenario.status).toBe(200);
  const preflight = {
    origin,
    "access-control-request-method": "DELETE",
    "access-control-request-headers": "content-type,x-mock-reply",
  };
  expect(await ask(`${url}/orders`, "OPTIONS", preflight)).toEqual({
    status: 204,
    headers: {
      ...READABLE,
      "access-control-allow-methods": "DELETE",
      "access-control-allow-headers": "content-type,x-mock-reply",
    },
  });
  expect(await journal()).toMatchObject({ received: 0 });
  expect(await ask(`${url}/orders`, "DELETE", { origin })).toMatchObject({ status: 400 });
  expect(await ask(`${url}/orders`, "OPTIONS", { origin })).toMatchObject({ status: 200 });
  expect(await journal()).toMatchObject({ received: 2 });
});

test("what waits until the mock answers may ask for the journal without its body", async () => {
  const { url, journal } = await beginMock();
  expect(await ask(`${url}/__mock/journal`, "HEAD", {})).toMatchObject({ status: 200 });
  expect(await journal()).toMatchObject({ received: 0 });
});
