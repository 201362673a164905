import { parseResponse } from "@hashkey-errors/validator";
import { pairBatch } from "@hashkey-errors/validator/batch";
import { nextStep } from "@hashkey-errors/validator/next-step";
import { describe, expect, test } from "vitest";

const orders = [{ clientOrderId: "a" }, { clientOrderId: "b" }, { clientOrderId: "c" }];
const placed = (clientOrderId: string) => ({
  code: "0000",
  order: { orderId: `1${clientOrderId}`, clientOrderId },
});
const failed = { code: "0207", msg: "Create limit order sell price too low" };

/** The result of a request of which an answer says nothing. */
const UNKNOWN = {
  kind: "unknown",
  error: { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" },
} as const;

/** Returns the pair of each order: its item's place in the answer, or its kind. */
function pair(result: readonly object[], options?: Parameters<typeof pairBatch>[3]) {
  const parsed = parseResponse({ code: 0, result });
  return pairBatch(parsed, orders, ({ clientOrderId }) => clientOrderId, options).map(({ item }) =>
    "index" in item ? item.index : item.kind,
  );
}

describe("pairBatch", () => {
  test.each<[what: string, result: readonly object[], want: readonly (number | string)[]]>([
    ["ids pair items in any order", [placed("c"), placed("a"), placed("b")], [1, 2, 0]],
    [
      "a failed item without an id is paired by its place",
      [placed("a"), failed, placed("c")],
      [0, 1, 2],
    ],
    ["failed items without ids are paired by place", [failed, failed, failed], [0, 1, 2]],
    [
      "a place that no id confirms does not tell which request was rejected",
      [failed, { code: "-1007" }, failed],
      ["unknown", "unknown", "unknown"],
    ],
    [
      "a place that no id confirms does not tell which request is a repeat",
      [failed, { code: "-1141" }, failed],
      ["unknown", "unknown", "unknown"],
    ],
    [
      "repeats without ids are paired by place, also beside an unknown outcome",
      [{ code: "-1141" }, { code: "-1007" }, { code: "-1141" }],
      [0, 1, 2],
    ],
    [
      "a place that no id confirms does not tell which request was carried out",
      [failed, { code: "0000" }, failed],
      ["unknown", "unknown", "unknown"],
    ],
    [
      "a place that the id of another confirms tells which request was rejected",
      [failed, { code: "-1007" }, placed("c")],
      [0, 1, 2],
    ],
    [
      "a place means nothing where an item is missing",
      [placed("a"), failed],
      [0, "unknown", "unknown"],
    ],
    [
      "a place means nothing where an id contradicts it",
      [placed("c"), failed, failed],
      ["unknown", "unknown", 0],
    ],
    [
      "an id that two items bear pairs neither",
      [placed("a"), placed("a"), failed],
      ["unknown", "unknown", "unknown"],
    ],
    [
      "an item with the ids of two orders is neither's",
      [{ ...placed("b"), parentId: "a" }],
      ["unknown", "unknown", "unknown"],
    ],
    [
      "a list in the place of an item has no id",
      [[{ clientOrderId: "c" }], failed, placed("c")],
      [0, 1, 2],
    ],
    ["an item with another id is nobody's", [placed("x"), failed, failed], ["unknown", 1, 2]],
  ])("%s", (_, result, want) => {
    expect(pair(result)).toEqual(want);
  });

  test("an item whose id two requests have pairs neither, by its id or by a place", () => {
    const parsed = parseResponse({ code: 0, result: [placed("a"), failed] });
    const pairs = pairBatch(parsed, ["a", "a"], String);
    expect(pairs.map(({ item }) => item)).toEqual([UNKNOWN, UNKNOWN]);
  });

  test("a request is paired with what became of it", () => {
    const parsed = parseResponse({ code: 0, result: [placed("a"), failed, { msg: "x" }] });
    const pairs = pairBatch(parsed, orders, ({ clientOrderId }) => clientOrderId);
    expect(pairs[0]?.item).toBe(parsed.kind === "batch" && parsed.items[0]);
    expect(pairs[0]?.item).toEqual({ index: 0, kind: "success", body: placed("a") });
    expect(pairs).toMatchObject([
      { request: orders[0], item: { kind: "success", body: placed("a") } },
      { request: orders[1], item: { kind: "error", error: { code: "0207" } } },
      { request: orders[2], item: { kind: "invalid", error: { outcome: "unknown" } } },
    ]);
  });

  test("only a member whose name ends in id, with a value that can be one, is an id", () => {
    for (const member of [{ side: "SELL" }, { orderId: null }, { isPaid: false }])
      expect(pair([placed("a"), { ...failed, ...member }, placed("c")])).toEqual([0, 1, 2]);
  });

  test("an item that cannot be read is invalid, and the others are paired by their ids", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const result = [proxy, placed("c"), { ...failed, clientOrderId: "a" }];
    expect(pair(result)).toEqual([2, "unknown", 1]);
    expect(parseResponse({ code: 0, result })).toMatchObject({
      items: [{ kind: "invalid" }, { kind: "success" }, { kind: "error" }],
    });
    expect(parseResponse({ result: [proxy, {}] })).toMatchObject({ kind: "success" });
    const unreadable = { kind: "success" as const, body: proxy };
    expect(pairBatch(unreadable, ["a"], String)).toEqual([{ request: "a", item: UNKNOWN }]);
  });

  test("a request that is not listed is done only where the API lists failures alone, each by its id", () => {
    const notFound = { clientOrderId: "b", code: "0211" };
    expect(pair([notFound], { unlisted: "success" })).toEqual(["success", 0, "success"]);
    expect(pair([notFound])).toEqual(["unknown", 0, "unknown"]);
    expect(pair([notFound, failed], { unlisted: "success" })).toEqual(["unknown", 0, "unknown"]);
    const twice = pair([notFound, notFound], { unlisted: "success" });
    expect(twice).toEqual(["success", "unknown", "success"]);
  });

  test("ids that a parser keeps as bigints pair items, and ids that it keeps as objects pair none", () => {
    const ids = ["1234567890123456781", "1234567890123456782"];
    const pairAs = (toId: (digits: string) => unknown, key: (id: string) => string | bigint) => {
      const result = [...ids].reverse().map((id) => ({ orderId: toId(id), code: "0211" }));
      const paired = pairBatch(parseResponse({ code: 0, result }), ids, key);
      return paired.map(({ item }) => ("index" in item ? item.index : item.kind));
    };
    expect(pairAs(BigInt, (id) => id)).toEqual([1, 0]);
    expect(pairAs(BigInt, BigInt)).toEqual([1, 0]);
    for (const toObject of [Object, (digits: string) => ({ toString: () => digits })])
      expect(pairAs(toObject, String)).toEqual(["unknown", "unknown"]);
  });

  test("an id that JSON.parse rounded is not the id of another order", () => {
    const failed = JSON.parse(
      '{"code":0,"result":[{"orderId":1688036340851168001,"code":"-2013"}]}',
    );
    const pairBy = <Id extends string | number>(ids: readonly Id[]) =>
      pairBatch(parseResponse(failed), ids, (id) => id, { unlisted: "success" }).map(
        ({ item }) => item.kind,
      );
    // The first is the one that was not canceled.
    expect(String(Number("1688036340851168001"))).toBe("1688036340851168000");
    expect(pairBy(["1688036340851168001", "1688036340851168000"])).toEqual(["unknown", "unknown"]);
    // A number that was rounded too is the same as far as anybody can tell.
    expect(pairBy([Number("1688036340851168001"), 7])).toEqual(["error", "success"]);
  });

  test("a batch of more than a hundred thousand items is read whole", () => {
    const result = new Array(100_001).fill({ code: "0211" });
    const parsed = parseResponse({ code: 0, result });
    expect(parsed.kind === "batch" && parsed.items.length).toBe(100_001);
  });

  test("a list of billions of holes, in a result made by hand, lists nothing", () => {
    const result = { kind: "success", body: { result: new Array(2 ** 32 - 1) } } as const;
    const [pair] = pairBatch(result, ["a"], String, { unlisted: "success" });
    expect(pair?.item).toEqual(UNKNOWN);
  });

  test.each<[items: readonly object[]]>([
    [[placed("x"), failed, placed("z")]],
    [[{ code: "-1007" }, failed, { code: "0000" }]],
  ])("requests without ids are paired by place alone: %j", (items) => {
    const result = parseResponse({ code: 0, result: items });
    const pairs = pairBatch(result, orders, () => undefined).map(({ item }) => item);
    expect(pairs).toMatchObject([{ index: 0 }, { index: 1 }, { index: 2 }]);
  });

  test("a place does not tell which of the requests was rejected where one of them has an id", () => {
    const result = parseResponse({ code: 0, result: [{ code: "-1007" }, failed] });
    const pairs = pairBatch(result, ["a", undefined], (id) => id).map(({ item }) => item);
    expect(pairs).toEqual([UNKNOWN, UNKNOWN]);
  });

  test("a request of which the answer says nothing is looked up, as one without a response", () => {
    const [pair] = pairBatch(parseResponse({ code: 0 }), ["a"], String);
    expect(pair && nextStep(pair.item, { method: "POST" }).action).toBe("reconcile");
    expect(pair && nextStep(pair.item, { method: "GET" }).action).toBe("wait");
  });

  test("two requests with one id are both unknown", () => {
    const twice = [{ id: "a" }, { id: "a" }];
    const result = parseResponse({ code: 0, result: [placed("a"), placed("b")] });
    expect(pairBatch(result, twice, ({ id }) => id).map(({ item }) => item)).toEqual([
      UNKNOWN,
      UNKNOWN,
    ]);
  });

  test("a success speaks only of the requests that it lists, or of all where only failures are listed", () => {
    const ids = (body: object, options?: Parameters<typeof pairBatch>[3]) =>
      pairBatch(parseResponse(body), orders, ({ clientOrderId }) => clientOrderId, options).map(
        ({ item }) => item.kind,
      );
    const unknown = ["unknown", "unknown", "unknown"];
    for (const body of [{}, [], { code: 0 }, { code: 0, result: [] }]) {
      expect(ids(body)).toEqual(unknown);
      const alone = pairBatch(parseResponse(body), ["a"], () => undefined);
      expect(alone).toEqual([{ request: "a", item: UNKNOWN }]);
    }
    expect(ids({ code: 0, result: [{ clientOrderId: "a" }] })).toEqual([
      "success",
      "unknown",
      "unknown",
    ]);
    expect(ids({ code: 0, result: [] }, { unlisted: "success" })).toEqual([
      "success",
      "success",
      "success",
    ]);
  });

  test("an item of a list without codes is a success only where it would be one in a batch", () => {
    const kindOf = (item: unknown) => {
      const [pair] = pairBatch(parseResponse({ code: 0, result: [item] }), ["a"], String);
      return pair?.item.kind;
    };
    const failed = [null, "a", 7, { success: false }, { msg: "Rejected" }, { status: 400 }];
    expect(failed.map(kindOf)).toEqual(failed.map(() => "invalid"));
    expect([{}, { success: true }, { id: "a" }, { id: "a", msg: null }].map(kindOf)).toEqual([
      "success",
      "success",
      "success",
      "success",
    ]);
    const [done] = pairBatch(parseResponse({ result: [{ id: "a" }] }), ["a"], String);
    expect(done?.item).toEqual({ index: 0, kind: "success", body: { id: "a" } });
    const [pair] = pairBatch(parseResponse({ result: [{ id: "a", msg: "x" }] }), ["a"], String);
    expect(pair?.item).toMatchObject({
      index: 0,
      kind: "invalid",
      error: { name: "INVALID_RESPONSE", outcome: "unknown" },
      issues: [{ message: "must have a code" }],
      body: { id: "a", msg: "x" },
    });
  });

  test("an answer without a list does not say that all requests succeeded but those listed", () => {
    const answers = [{}, [], { code: "0000" }, { code: 0, result: null }, { code: 0, result: {} }];
    const items = answers.map(
      (body) => pairBatch(parseResponse(body), ["a"], String, { unlisted: "success" })[0]?.item,
    );
    expect(items).toEqual(answers.map(() => UNKNOWN));
  });

  test("an answer that failed as a whole speaks of every request", () => {
    const kindsOf = (body: object) =>
      pairBatch(parseResponse(body), orders, () => undefined).map(({ item }) => item.kind);
    expect(kindsOf({ code: "0003" })).toEqual(["error", "error", "error"]);
    expect(kindsOf({ msg: "x" })).toEqual(["invalid", "invalid", "invalid"]);
  });
});
