import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { CHUNKED, sendBytes } from "../test/mock/send-bytes.js";
import { startMock } from "../test/mock/start-mock.js";

test.skipIf(process.platform !== "linux")(
  "a body of a million chunks of a byte is read whole, and takes the memory of its bytes alone",
  async () => {
    const mock = await startMock();
    const scenario = Buffer.from(`${"#".repeat(990_000)}é😀\nreplies: { "POST /a": "-1141" }`);
    const chunks = Buffer.from("1\r\n?\r\n".repeat(scenario.length));
    for (const [index, byte] of scenario.entries()) chunks[6 * index + 3] = byte;
    const request = CHUNKED.replace("POST /", "PUT /__mock/scenario");
    const sent = Buffer.concat([Buffer.from(request), chunks, Buffer.from("0\r\n\r\n")]);
    expect(await sendBytes(mock, sent, 60_000)).toMatch(/^HTTP\/1.1 20\d /);
    const answer = await fetch(`${mock.url}/a`, { method: "POST" });
    expect(await answer.json()).toMatchObject({ code: "-1141" });
    const status = readFileSync(`/proc/${mock.process.pid}/status`, "utf8");
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
    expect(Number(kilobytes)).toBeLessThan(250_000);
  },
);

test("a thousand clients that send a header without end keep nobody else from an answer", async () => {
  const { url } = await startMock();
  const sockets = Array.from({ length: 1000 }, () => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write("POST / HTTP/1.1\r\nhost: x\r\nx-a: ");
    return socket;
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  expect((await fetch(url)).status).toBe(200);
});

test("a thousand requests, two hundred at once, are all answered and in the journal", async () => {
  const mock = await startMock();
  const statuses: number[] = [];
  // More at once may overflow the queue of connections that the system keeps for a busy server.
  for (let turn = 0; turn < 5; turn++) {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => {
        const error = n % 2 === 0 ? "-1007" : "http-502";
        return fetch(mock.url, { method: "POST", headers: { "x-mock-reply": error } });
      }),
    );
    statuses.push(...answers.map(({ status }) => status));
  }
  expect(statuses.filter((status) => status === 400)).toHaveLength(500);
  expect(await mock.journal()).toMatchObject({ received: 1000, executed: 1000 });
});
