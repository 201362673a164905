import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { CHUNKED, sendBytes } from "./send-bytes.js";
import { startMock, writeScenario } from "./start-mock.js";

const post = (path: string, body: string, headers = "") =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const REQUESTS: Readonly<Record<string, string | Buffer>> = {
  "no HTTP": "\0\u0001\u0002 nonsense\r\n\r\n",
  "a TLS handshake": Buffer.from("16030100f8010000f40303", "hex"),
  "a header of 100 KB": post("/", "{}", `x-mock-reply: ${"A".repeat(100_000)}\r\n`),
  "10,000 headers": post("/", "{}", "x-mock-a: 1\r\n".repeat(10_000)),
  "a broken path": post("//\\..%00%ff?x-mock-reply=%ff%&=&&", "{}"),
  "another host in the path": post("http://[::1", "{}"),
  "a path of 60 KB": post(`/${"a".repeat(60_000)}`, "{}"),
  "broken JSON": post("/api/v1/spot/order", '{"clientOrderId":'),
  "100,000 open brackets": post("/api/v1/spot/order", "[".repeat(100_000)),
  "100,000 nested lists": post("/batch", "[".repeat(100_000) + "]".repeat(100_000)),
  "2 MB": post("/", "a".repeat(2_000_000)),
  "names of Object's own": post("/", '{"__proto__":{"code":1},"constructor":1,"toString":2}'),
  "params that are names of Object's own": post(
    "/",
    "",
    "x-mock-reply: REQUIRED_FIELD_INVALID\r\nx-mock-params: __proto__=1&constructor=2\r\n",
  ),
  "params that are not an object": post("/", "", "x-mock-reply: -1007\r\nx-mock-params: [[\r\n"),
  "params with line breaks": post(
    "/",
    "",
    "x-mock-reply: REQUIRED_FIELD_INVALID\r\nx-mock-params: field=%0d%0aset-cookie:a\r\n",
  ),
  "an endpoint of the mock that does not exist": post("/__mock/constructor", "{}"),
  "a scenario that names itself": post("/__mock/scenario", "a: &a [*a]").replace("POST", "PUT"),
  "a scenario that expands without end": post(
    "/__mock/scenario",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((c, i) => `${c}: &${c} [${`*${"abcdefgh"[i]},`.repeat(9)}]\n`).join("")}`,
  ).replace("POST", "PUT"),
  "a body that never comes": "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n",
  "a broken chunk": "POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
  "an upgrade": "GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n",
  "a tunnel": "CONNECT x:443 HTTP/1.1\r\nhost: x\r\n\r\n",
  "two requests at once": `${post("/", "", "x-mock-reply: timeout\r\n").replace("close", "keep-alive")}${post("/", "")}`,
  "100,000 different headers": post(
    "/",
    "",
    Array.from({ length: 100_000 }, (_, at) => `x-${at}: 1\r\n`).join(""),
  ),
  "two lengths": post("/", "{}", "content-length: 5\r\n"),
  "a length and chunks": post("/", "0\r\n\r\nGET", "transfer-encoding: chunked\r\n"),
  "chunks that are something else at last": post(
    "/",
    "",
    "transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n",
  ),
  "a chunk of a size without end": `${CHUNKED}${"f".repeat(20)}\r\nx`,
  "100,000 chunks of one byte": `${CHUNKED}${"1\r\nx\r\n".repeat(100_000)}0\r\n\r\n`,
  "100,000 trailers": `${CHUNKED}0\r\n${"t: 1\r\n".repeat(100_000)}\r\n`,
  "HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "HTTP/0.9": "GET /\r\n\r\n",
  "a line of a header that goes on": post("/", "", "a: b\r\n c: d\r\n"),
  "an expectation": post("/", "{}", "expect: 200-maybe\r\n"),
  "an address in place of a path": post("http://other.example/__mock/reset", ""),
  "paths that lead up": post("/__mock/../../../etc/passwd", ""),
  "frames of a websocket": Buffer.concat([
    Buffer.from("GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"),
    Buffer.from([0x81, 0xfe, 0xff, 0xff, ...Array<number>(1000).fill(1)]),
  ]),
  "a thousand requests at once, each to be reset": post("/", "", "x-mock-reply: reset\r\n")
    .replace("close", "keep-alive")
    .repeat(1000),
  "a client that leaves": post("/", "", "x-mock-delay: 200\r\n"),
};

test("no request ends the mock, or changes how it answers others", async () => {
  const resources = "resources: { /api/v1/spot/order: { id: clientOrderId, batch: /batch } }";
  const mock = await startMock("--scenario", writeScenario(resources));
  const wrong: string[] = [];
  for (const [name, bytes] of Object.entries(REQUESTS)) {
    const answer = await sendBytes(mock, bytes);
    if (/^set-cookie|\bat \S+ \(|node:internal/im.test(answer)) wrong.push(`${name}: ${answer}`);
    const next = await fetch(`${mock.url}/?x-mock-reply=-1141`).then(
      (response) => response.text(),
      String,
    );
    if (next !== '{"code":"-1141","msg":"Duplicate order"}') wrong.push(`after ${name}: ${next}`);
  }
  expect(wrong).toEqual([]);
  expect(mock.process.exitCode).toBe(null);
});

test("the mock answers what it cannot read with a status of 400 or more", async () => {
  const mock = await startMock();
  const statuses: Record<string, string | undefined> = {};
  for (const name of [
    "no HTTP",
    "a header of 100 KB",
    "2 MB",
    "a scenario that expands without end",
    "an endpoint of the mock that does not exist",
  ])
    statuses[name] = (await sendBytes(mock, REQUESTS[name] ?? "", 10_000)).split(" ")[1];
  expect(statuses).toEqual({
    "no HTTP": "400",
    "a header of 100 KB": "431",
    "2 MB": "413",
    "a scenario that expands without end": "400",
    "an endpoint of the mock that does not exist": "404",
  });
});

test("the mock listens on this machine alone, unless it is told otherwise", async () => {
  const { url } = await startMock();
  expect(new URL(url).hostname).toBe("127.0.0.1");
  const refused = connect({ port: Number(new URL(url).port), host: "127.0.0.2" });
  expect(await once(refused, "error")).toMatchObject([{ code: "ECONNREFUSED" }]);
  const other = await startMock("--host", "127.0.0.2");
  expect((await fetch(other.url)).status).toBe(200);
});
