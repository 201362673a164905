import { readFileSync } from "node:fs";
import type { Failure, NoResponse, ParsedResponse } from "@hashkey-errors/types";
import { HashKeyApiError, identify, parseResponse } from "@hashkey-errors/validator";
import { nextStep, type RequestContext } from "@hashkey-errors/validator/next-step";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const catalog = JSON.parse(
  readFileSync(new URL("../../../schemas/generated/catalog.json", import.meta.url), "utf8"),
) as { entries: { kind: string; name: string; code: string; message: string }[] };

const neverSent: NoResponse = { name: "NO_RESPONSE", outcome: "rejected", retry: "after-delay" };
const timedOut: NoResponse = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" };

/**
 * Returns every failure that there is: each error with and without its text, what no entry
 * explains, and no response. Only tests call it: mutation tests take what runs while a file loads
 * for a part of each of its tests.
 */
function everyFailure(): readonly Failure[] {
  return [
    ...catalog.entries
      .filter(({ kind }) => kind === "error")
      .flatMap(({ code, message }) => [
        identify(code),
        identify(code, message),
        identify(code, "?"),
      ]),
    identify("-99999"),
    ...[undefined, 200, 404, 418, 429, 502].map((httpStatus) => failureOf("<html>", httpStatus)),
    ...[418, 429].map((httpStatus) => failureOf({ code: "-99999" }, httpStatus)),
    neverSent,
    timedOut,
  ];
}

function failureOf(body: unknown, httpStatus?: number): Failure {
  const result = parseResponse(body as object, { httpStatus });
  if (!("error" in result)) throw new Error("expected a failure");
  return result.error;
}

const contexts: fc.Arbitrary<RequestContext> = fc.record({
  method: fc.constantFrom(undefined, "GET", "get", "HEAD", "POST", "DELETE", "PUT", "GETX", ""),
  attempt: fc.constantFrom(undefined, 1, 2, 7, 8, 1e9, -1, 0, Number.NaN, Number.POSITIVE_INFINITY),
  headers: fc.constantFrom<RequestContext["headers"][]>(
    undefined,
    {},
    { "Retry-After": "7" },
    { "retry-after": "1e309" },
    new Headers({ "retry-after": "Fri, 01 Jan 2100 00:00:00 GMT" }),
  ),
});

const isRead = ({ method }: RequestContext) => /^(get|head)$/i.test(method ?? "");

describe("nextStep", () => {
  test.each<
    [what: string, input: () => Failure | ParsedResponse, context: RequestContext, want: string]
  >([
    ["a success", () => parseResponse({ orderId: "1" }), { method: "POST" }, "done"],
    ["an order that timed out", () => identify("-1007"), { method: "POST" }, "reconcile"],
    ["a read that timed out", () => identify("-1007"), { method: "GET" }, "wait"],
    ["a duplicate order", () => identify("-1141"), { method: "POST" }, "reconcile"],
    ["a rate limit", () => identify("0003"), { method: "POST" }, "wait"],
    ["a wrong signature", () => identify("0001", "Incorrect signature"), { method: "POST" }, "fix"],
    ["an order that is filled already", () => identify("-1139"), { method: "DELETE" }, "give-up"],
    ["an order not found yet", () => identify("0211"), { method: "GET" }, "wait"],
    ["a code that nobody knows", () => identify("-99999"), { method: "POST" }, "reconcile"],
    [
      "HTML",
      () => parseResponse("<html>" as never, { httpStatus: 502 }),
      { method: "POST" },
      "reconcile",
    ],
    ["HTML for a read", () => parseResponse("<html>" as never), { method: "GET" }, "wait"],
    ["a timeout", () => timedOut, { method: "POST" }, "reconcile"],
    ["a request that was never sent", () => neverSent, { method: "POST" }, "wait"],
    ["a request without a method", () => identify("-1007"), {}, "reconcile"],
    ["a method that begins like a read", () => identify("-1007"), { method: "GETX" }, "reconcile"],
    ["a method that ends like a read", () => identify("-1007"), { method: "XGET" }, "reconcile"],
  ])("%s", (_, input, context, want) => {
    expect(nextStep(input(), context)).toMatchObject({ action: want, reason: expect.any(String) });
  });

  test.each<
    [what: string, input: () => Failure | ParsedResponse, context: RequestContext, want: string]
  >([
    ["the failure", () => identify("0003"), {}, "RATE_LIMIT_EXCEEDED: rejected, after-delay"],
    [
      "the number of attempts",
      () => identify("0003"),
      { attempt: 8 },
      "RATE_LIMIT_EXCEEDED: rejected, after-delay, after 8 attempts",
    ],
    ["a success", () => parseResponse({ orderId: "1" }), {}, "it was carried out"],
    [
      "the item of a batch that decides",
      () => parseResponse({ code: 0, result: [{ code: "0003" }, { code: "-1007" }] }),
      {},
      "SERVER_TIMEOUT: unknown, after-reconcile",
    ],
    [
      "a batch that was carried out in part",
      () => parseResponse({ code: 0, result: [{ code: "0000" }, { code: "0003" }] }),
      {},
      "a part of it was carried out",
    ],
  ])("the reason names %s", (_, input, context, want) => {
    expect(nextStep(input(), context).reason).toBe(want);
  });

  test("a write that may have been carried out is never told to wait, to fix or that it is done", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyFailure()), contexts, (failure, context) => {
        const { action, outcome } = nextStep(failure, context);
        const mayStand = failure.outcome === "unknown" || failure.retry === "after-reconcile";
        const isDoubtful = !isRead(context) && mayStand;
        expect(outcome).toBe(isDoubtful ? "unknown" : failure.outcome);
        if (isDoubtful) expect(["reconcile", "give-up"]).toContain(action);
      }),
    );
  });

  test("a list of errors, as other APIs have, means the most careful action of all", () => {
    const errors = [identify("0207"), identify("-1007")];
    const result = {
      kind: "error",
      error: errors[0],
      errors,
      body: {},
    } as unknown as ParsedResponse;
    expect(nextStep(result, { method: "POST" })).toMatchObject({
      action: "reconcile",
      outcome: "unknown",
    });
  });

  test("what is not a failure, as JavaScript may pass it, does not say that a write may be repeated", () => {
    const invalid = Object.assign(new Error("invalid"), { items: 2, errors: {} });
    const exceptions = [new HashKeyApiError(identify("-1007")), new TypeError(), invalid];
    const others = [{}, ...exceptions, Promise.resolve()];
    const steps = others.map((other) => nextStep(other as never, { method: "POST" }));
    for (const step of steps)
      expect(step).toMatchObject({ action: "reconcile", outcome: "unknown" });
    expect(nextStep({} as never, { method: "GET" }).action).toBe("wait");
  });

  test("a success was applied, and so was a batch of successes", () => {
    const batch = { code: 0, result: [{ code: "0000" }] };
    const outcomes = [{ orderId: "1" }, batch].map(
      (body) => nextStep(parseResponse(body), { method: "POST" }).outcome,
    );
    expect(outcomes).toEqual(["applied", "applied"]);
  });

  test("an error that says that the request was carried out leaves nothing to do", () => {
    const applied = { ...identify("0003"), outcome: "applied", retry: "never" } as const;
    for (const method of ["POST", "GET"])
      expect(nextStep(applied as ReturnType<typeof identify>, { method })).toMatchObject({
        action: "done",
        outcome: "applied",
      });
  });

  test("a repeat that is refused as a duplicate leaves the outcome unknown, also when the attempts end", () => {
    const outcomes = [1, 8].map(
      (attempt) => nextStep(identify("-1141"), { method: "POST", attempt }).outcome,
    );
    expect(outcomes).toEqual(["unknown", "unknown"]);
  });

  test("a read is never told to reconcile", () => {
    const wrong = everyFailure().filter(
      (failure) => nextStep(failure, { method: "GET" }).action === "reconcile",
    );
    expect(wrong).toEqual([]);
  });

  test("what somebody gave to every object says nothing of a request, and what a class gives does", () => {
    const ofClass = new (class {
      get method() {
        return "GET";
      }
    })();
    const ofNothing = Object.assign(Object.create(null), { method: "GET" });
    const polluted = Object.prototype as { method?: string };
    let actions: readonly string[] = [];
    try {
      polluted.method = "GET";
      actions = [{}, { method: "POST" }, ofClass, ofNothing].map(
        (context) => nextStep(identify("-1007"), context).action,
      );
    } finally {
      delete polluted.method;
    }
    expect(actions).toEqual(["reconcile", "reconcile", "wait", "wait"]);
  });

  test("a time stands beside wait and reconcile alone, and setTimeout can take it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyFailure()), contexts, (failure, context) => {
        const { action, afterMs } = nextStep(failure, context);
        const isTimed = action === "wait" || action === "reconcile";
        expect(isTimed).toBe(afterMs !== null);
        if (afterMs !== null) {
          expect(afterMs).toBeGreaterThan(0);
          expect(afterMs).toBeLessThan(2 ** 31);
        }
      }),
    );
  });

  test("a loop that counts its attempts ends, whatever the failure", () => {
    const endless = everyFailure().filter((failure) => {
      for (let attempt = 1; attempt <= 100; attempt++) {
        const { action } = nextStep(failure, { method: attempt % 2 ? "POST" : "GET", attempt });
        if (action !== "wait" && action !== "reconcile") return false;
      }
      return true;
    });
    expect(endless).toEqual([]);
  });

  test("the wait grows with each attempt", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(
      (attempt) => nextStep(identify("0003"), { attempt }).afterMs as number,
    );
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(250 * 2 ** index);
      expect(wait).toBeLessThanOrEqual(500 * 2 ** index);
    }
  });

  test("a batch is done when all of it is, and else needs what its most doubtful item needs", () => {
    const batch = (...result: object[]) =>
      nextStep(parseResponse({ code: 0, result }), { method: "POST" }).action;
    const [done, limited, fix, unknown] = [
      { code: "0000" },
      { code: "0003" },
      { code: "0001", msg: "Incorrect signature" },
      { code: "-1149" },
    ] as const;
    expect(batch(done, done)).toBe("done");
    expect(batch(limited, limited)).toBe("wait");
    expect(batch(limited, fix)).toBe("fix");
    expect(batch(fix, unknown)).toBe("reconcile");
    const never = { code: "-1139" };
    const late = parseResponse({ code: 0, result: [never, unknown] });
    expect(nextStep(late, { method: "POST", attempt: 8 })).toMatchObject({
      action: "give-up",
      outcome: "unknown",
    });
    // Sent again, the part that was carried out would be carried out twice.
    expect(batch(done, limited)).toBe("reconcile");
    expect(batch(done, fix)).toBe("reconcile");
  });

  test("a batch in which an error says that it was carried out is not sent again", () => {
    const applied = { ...identify("0003"), outcome: "applied", retry: "never" } as const;
    const items = [identify("0003"), applied].map((error, index) => ({
      index,
      kind: "error" as const,
      error: error as ReturnType<typeof identify>,
      body: {},
    }));
    expect(nextStep({ kind: "batch", items, body: {} }, { method: "POST" })).toMatchObject({
      action: "reconcile",
      outcome: "unknown",
    });
  });

  test("each item of a batch has a step of its own", () => {
    const result = [{ code: "0000" }, { code: "0003" }, { code: {} }];
    const batch = parseResponse({ code: 0, result });
    const items = batch.kind === "batch" ? batch.items : [];
    const actions = items.map((item) => nextStep(item, { method: "POST" }).action);
    expect(actions).toEqual(["done", "wait", "reconcile"]);
  });

  test("a batch waits as long as the slowest of its items", () => {
    const [quick, slow] = ["RATE_LIMIT_EXCEEDED", "WITHDRAWAL_ADDRESS_NOT_ACTIVE"].map((name) => {
      const { code, message: msg } = catalog.entries.find((entry) => entry.name === name) ?? {};
      return { code, msg };
    });
    const step = nextStep(parseResponse({ code: 0, result: [quick, slow] }), { method: "POST" });
    expect(step).toMatchObject({ action: "wait", afterMs: 30 * 60_000 });
  });
});
