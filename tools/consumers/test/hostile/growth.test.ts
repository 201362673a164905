import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/ja";
import { identify, parseResponse } from "@hashkey-errors/validator";
import { expect, test } from "vitest";

/** `pnpm test:nightly` asks for a million hostile values, and ten times as many calls. */
const CALLS = Number(process.env.HOSTILE_VALUES ?? 10_000) * 10;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

test(`${CALLS} calls leave the heap as it was`, { timeout: 1_200_000 }, () => {
  // What is made once, such as the index of the codes.
  for (let call = 0; call < 2000; call++) readAndLocalize(call);
  const before = heapUsed();
  for (let call = 0; call < CALLS; call++) readAndLocalize(call);
  // A single byte kept of each call would be more.
  expect(heapUsed() - before).toBeLessThan(Math.max(1_000_000, CALLS));
});

test("an error that is kept holds no text that came", () => {
  const documented = [
    ["0211", "Order not found"],
    ["-1141", "Duplicate order"],
    ["0401", "Insufficient asset"],
    ["-1007", "Timeout waiting for response from server"],
    ["-1021", "Timestamp for this request is outside of the recvWindow"],
  ] as const;
  const before = heapUsed();
  for (const [code, msg] of documented) {
    // Engines keep the whole text as long as a part of it is kept.
    const log = `${"x".repeat(4_000_000)}${msg}`;
    expect(identify(code, log.slice(-msg.length))).toMatchObject({ msg, drift: false });
  }
  // The engine itself may keep the last one.
  expect(heapUsed() - before).toBeLessThan(8_000_000);
});

/** Reads a body that differs in each call. */
function readAndLocalize(call: number): void {
  const body =
    call % 3 === 0
      ? { code: `-${call}`, msg: `never seen ${call}` }
      : { code: "-1130", msg: `Illegal parameter 'p${call}'` };
  const result = parseResponse(body, { httpStatus: call % 7 === 0 ? 400 + (call % 200) : 200 });
  if (result.kind === "error") localize(result.error, messages);
}

function heapUsed(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
