import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunningMock } from "./start-mock.js";

/**
 * Sends bytes, and returns what comes back until the connection ends, or nobody waits any longer.
 */
export async function sendBytes(
  { url }: RunningMock,
  bytes: string | Buffer,
  patienceMs = 500,
): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => undefined);
  socket.write(bytes);
  const closed = new Promise((resolve) => socket.on("close", resolve));
  await Promise.race([closed, sleep(patienceMs)]);
  socket.destroy();
  return answer;
}

/** The head of a request whose body comes in chunks. */
export const CHUNKED: string =
  "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n";
