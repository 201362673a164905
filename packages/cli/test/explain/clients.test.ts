import { expect, test } from "vitest";
import { ask } from "./ask.js";

test("explain says of a client's words whether the request may have been executed", () => {
  const wanted: Readonly<Record<string, string>> = {
    ETIMEDOUT: "NO_RESPONSE unknown",
    ECONNRESET: "NO_RESPONSE unknown",
    "socket hang up": "NO_RESPONSE unknown",
    "read timed out": "NO_RESPONSE unknown",
    "TypeError: fetch failed": "NO_RESPONSE unknown",
    "Failed to fetch": "NO_RESPONSE unknown",
    "net::ERR_CONNECTION_RESET": "NO_RESPONSE unknown",
    '{"message":"socket hang up","code":"ECONNRESET"}': "NO_RESPONSE unknown",
    "connect ETIMEDOUT 10.0.0.1:443": "NO_RESPONSE rejected",
    "Error: connect ECONNREFUSED 127.0.0.1:443": "NO_RESPONSE rejected",
    "net::ERR_NAME_NOT_RESOLVED": "NO_RESPONSE rejected",
    "first connect ECONNREFUSED, then read ECONNRESET": "NO_RESPONSE unknown",
    "NetworkError when attempting to fetch resource.": "NO_RESPONSE unknown",
    "Uncaught (in promise) TypeError: Failed to fetch": "NO_RESPONSE unknown",
    "curl: (28) Operation timed out": "NO_RESPONSE unknown",
    "curl: (52) Empty reply from server": "NO_RESPONSE unknown",
    "cURL error 28: Operation timed out after 10001 milliseconds": "NO_RESPONSE unknown",
    "requests.exceptions.ConnectionError": "NO_RESPONSE unknown",
    "requests.exceptions.ReadTimeout": "NO_RESPONSE unknown",
    "httpx.ReadTimeout": "NO_RESPONSE unknown",
    "java.net.SocketTimeoutException": "NO_RESPONSE unknown",
    "error sending request for url (https://api.example.com/): operation timed out":
      "NO_RESPONSE unknown",
    "org.apache.http.NoHttpResponseException: api.example:443 failed to respond":
      "NO_RESPONSE unknown",
    "java.net.ConnectException: Connection timed out": "NO_RESPONSE rejected",
    "502 Server Error: Bad Gateway for url: https://api.example.com/": "INVALID_RESPONSE unknown",
    "curl: (7) Failed to connect to api.example port 443": "NO_RESPONSE rejected",
    "requests.exceptions.ConnectTimeout": "NO_RESPONSE rejected",
    "requests.exceptions.ConnectionError: Max retries exceeded (Caused by NewConnectionError('x'))":
      "NO_RESPONSE rejected",
    "java.net.SocketTimeoutException: connect timed out": "NO_RESPONSE rejected",
    "curl: (22) The requested URL returned error: 429": "INVALID_RESPONSE unknown",
    NO_RESPONSE: "NO_RESPONSE unknown",
    "No response": "NO_RESPONSE unknown",
    "invalid-response": "INVALID_RESPONSE unknown",
    "Error: UNRECOGNIZED": "UNRECOGNIZED unknown",
    "504 Gateway Timeout": "INVALID_RESPONSE unknown",
    "Request failed with status code 502": "INVALID_RESPONSE unknown",
    "<html><h1>504 Gateway Time-out</h1></html>": "INVALID_RESPONSE unknown",
    "HTTP/1.1 429 Too Many Requests": "INVALID_RESPONSE unknown",
  };
  const { status, answers } = ask(Object.keys(wanted));
  const said = answers.map(({ asked, errors: found }) => [
    asked,
    found.map(({ name, outcome }) => `${name} ${outcome}`).join(),
  ]);
  expect(Object.fromEntries(said)).toEqual(wanted);
  expect(status).toBe(0);
});

/** Exceptions as Node prints them, over several lines. */
const PRINTED: Readonly<Record<string, string>> = {
  "Error: read ECONNRESET\n    at onStreamRead (node:internal:218:20) {\n  errno: -104,\n  code: 'ECONNRESET',\n  syscall: 'read'\n}":
    "NO_RESPONSE unknown",
  "Error: connect ECONNREFUSED 10.0.0.1:443\n    at x {\n  code: 'ECONNREFUSED',\n  syscall: 'connect'\n}":
    "NO_RESPONSE rejected",
  "TypeError: fetch failed\n    at x {\n  [cause]: ConnectTimeoutError: Connect Timeout Error\n      at y {\n    code: 'UND_ERR_CONNECT_TIMEOUT'\n  }\n}":
    "NO_RESPONSE rejected",
  "AxiosError: Request failed with status code 502\n    at x {\n  code: 'ERR_BAD_RESPONSE',\n  response: { status: 502, data: '<html>' }\n}":
    "INVALID_RESPONSE unknown",
  "AxiosError: Request failed with status code 400\n    at x {\n  code: 'ERR_BAD_REQUEST',\n  response: {\n    status: 400,\n    data: { code: '0211', msg: 'Order not found' }\n  }\n}":
    "ORDER_NOT_FOUND rejected",
};

test("explain takes no code of an exception for one of the API", () => {
  const { answers } = ask(Object.keys(PRINTED));
  const said = answers.map(({ asked, errors: found }) => [
    asked,
    found.map(({ name, outcome }) => `${name} ${outcome}`).join(),
  ]);
  expect(Object.fromEntries(said)).toEqual(PRINTED);
  expect(ask(["{code: 'ENOENT', path: '/x'}"]).answers[0]?.found).toBeNull();
});

test("explain does not take words for a client's that only resemble them", () => {
  const questions = ["curl 7.88 error", "Operation timed out", "a ConnectionError", "HTTP 4290"];
  const found = ask(questions).answers.filter(({ errors: some }) => some.length > 0);
  expect(found).toEqual([]);
});
