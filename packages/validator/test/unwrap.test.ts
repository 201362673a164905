import {
  failureOf,
  HashKeyApiError,
  identify,
  type ParsedResponse,
  parseResponse,
  unwrap,
} from "@hashkey-errors/validator";
import { expect, test } from "vitest";

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("nothing was thrown");
}

test("unwrap returns the body of a success, and the result of a batch", () => {
  const body = { orderId: "1" };
  expect(unwrap(parseResponse(body))).toBe(body);
  const batch = parseResponse({ code: 0, result: [{ code: "0211" }] });
  expect(unwrap(batch)).toBe(batch);
});

test("unwrap throws what failed, and what is not the API's answer", () => {
  for (const [body, httpStatus] of [
    [{ code: "0211", msg: "Order not found" }, 400],
    ["<html>", 502],
  ] as const) {
    const result = parseResponse(body as unknown, { httpStatus });
    const thrown = thrownBy(() => unwrap(result));
    expect(thrown).toBeInstanceOf(HashKeyApiError);
    expect(thrown).toMatchObject({ failure: "error" in result && result.error, body });
    expect(failureOf(thrown)).toBe("error" in result && result.error);
  }
});

const rejected = identify("0207");
const repeat = identify("-1141");
const unknown = identify("-1007");
const applied = { ...rejected, outcome: "applied" };

// HashKey does not list errors; the code serves any API.
test.each<[what: string, errors: readonly object[], want: object]>([
  ["it may have been carried out", [rejected, applied, unknown, repeat], unknown],
  ["an earlier one may have been carried out", [rejected, applied, repeat, unknown], repeat],
  ["it was carried out", [rejected, applied], applied],
  ["nothing was carried out, if all are such", [rejected, identify("0003")], rejected],
])("of a list of errors, unwrap throws the first after which %s", (_, errors, want) => {
  const result = { kind: "error", error: errors[0], errors, body: {} } as unknown as ParsedResponse;
  expect((thrownBy(() => unwrap(result)) as HashKeyApiError).failure).toBe(want);
});
