import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../run.js";
import { ORDER, send } from "./send.js";
import { sendBytes } from "./send-bytes.js";
import { shareMock, startMock, writeScenario } from "./start-mock.js";

const beginMock = shareMock();

test("the mock prints its address and, if asked to, each request as JSON", async () => {
  const { url, lines } = await startMock("--json", "--log");
  const start = JSON.parse(url) as { readonly url: string; readonly port: number };
  expect(start).toMatchObject({ version: 1, url: `http://127.0.0.1:${start.port}` });
  await fetch(`${start.url}${ORDER}?signature=secret`, { headers: { "x-hk-apikey": "secret" } });
  await expect.poll(() => lines.length).toBe(2);
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({
    method: "GET",
    path: ORDER,
    reply: "success",
  });
  expect(lines[1]).not.toContain("secret");
});

test("the mock plays the scenario for a client whose proxy it is, which names whole addresses", async () => {
  const scenario = writeScenario(`replies: { POST ${ORDER}: -1007, GET /: -1000 }`);
  const mock = await startMock("--scenario", scenario);
  const ask = (line: string) =>
    sendBytes(
      mock,
      `${line} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
    );
  expect(await ask(`POST http://api.example.com${ORDER}?x=1`)).toContain('"code":"-1007"');
  expect(await ask("GET http://api.example.com")).toContain('"code":"-1000"');
  const { requests } = await mock.journal({ path: ORDER });
  expect(requests).toMatchObject([{ path: ORDER, reply: "SERVER_TIMEOUT" }]);
});

test("the mock closes no connection by itself, however long a client waits", async () => {
  const { url } = await beginMock();
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const [response] = (await once(get(url, { agent }), "response")) as [IncomingMessage];
  const { socket, headers } = response.resume();
  await once(response, "end");
  expect(headers).toMatchObject({ connection: "keep-alive" });
  // Node says after which time it closes an idle connection.
  expect(headers).not.toHaveProperty("keep-alive");
  expect(socket.destroyed).toBe(false);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "the mock ends at once on %s, with exit code 0",
  async (signal) => {
    const mock = await startMock();
    const pending = send(mock, { "x-mock-reply": "timeout" });
    await expect.poll(async () => (await mock.journal()).received).toBe(1);
    mock.process.kill(signal);
    expect(await once(mock.process, "exit")).toEqual([0, null]);
    expect(await pending).toMatchObject({ name: "NO_RESPONSE" });
  },
);

test("the log says why an instruction was refused, without what steers a terminal", async () => {
  const { url, lines } = await startMock("--log");
  await fetch(`${url}/?x-mock-reply=timout%1b[31m`, { method: "POST" });
  await expect.poll(() => lines.length).toBe(2);
  expect(lines[1]).toMatch(
    /^ {3}1 {2}POST \/ {2}refused \(request\) {2}not executed {2}x-mock: unknown reply "timout/,
  );
  expect(lines[1]).not.toContain("\u001b");
});

test("the mock reports wrong usage with exit code 2", async () => {
  expect(run(["mock", "--port", "99999"])).toMatchObject({ status: 2, output: "" });
  expect(run(["mock", "--rate", "2"])).toMatchObject({ status: 2 });
  expect(run(["mock", "--failures", "reset"]).errors).toContain("--failures: needs --rate");
  expect(run(["mock", "--seed", "2"]).errors).toContain("--seed: needs --rate");
  expect(run(["mock", "--rate", "1", "--failures", "-1007,nonsense"])).toMatchObject({
    status: 2,
    errors: expect.stringContaining('unknown reply "nonsense"'),
  });
  const { url } = await beginMock();
  expect(run(["mock", "--port", new URL(url).port])).toMatchObject({
    status: 2,
    errors: expect.stringMatching(/EADDRINUSE.*; --port 0 chooses a free one\n$/),
  });
});
