import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/ja";
import { parseResponse } from "@hashkey-errors/validator";
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
