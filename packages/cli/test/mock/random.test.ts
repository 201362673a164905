import { expect, test } from "vitest";
import { errors } from "../catalog.js";
import { ORDER, send } from "./send.js";
import { startMock, writeScenario } from "./start-mock.js";

test("several --failures count together", async () => {
  const failures = ["--failures", "http-502", "--failures", "http-503"];
  const mock = await startMock("--rate", "1", "--seed", "7", ...failures);
  for (let n = 0; n < 20; n++) await send(mock);
  const { requests } = await mock.journal();
  expect(new Set(requests.map(({ reply }) => reply))).toEqual(new Set(["http-502", "http-503"]));
});

test("the same seed fails the same requests in the same way", async () => {
  const play = async (seed: string) => {
    const failures = "http-502,-1007,ORDER_DUPLICATE,http-429";
    const mock = await startMock("--rate", "0.3", "--seed", seed, "--failures", failures);
    for (let n = 0; n < 100; n++) await send(mock);
    const { requests } = await mock.journal();
    return requests.map(({ reply, executed }) => `${reply} ${executed}`);
  };
  const [first, again, other] = await Promise.all([play("7"), play("7"), play("8")]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  const failed = first.filter((line) => !line.startsWith("success"));
  expect(failed.length).toBeGreaterThan(15);
  expect(failed.length).toBeLessThan(45);
  expect([...new Set(failed)].sort()).toEqual([
    "ORDER_DUPLICATE false",
    "SERVER_TIMEOUT false",
    "SERVER_TIMEOUT true",
    "http-429 false",
    "http-429 true",
    "http-502 false",
    "http-502 true",
  ]);
});

test("a batch fails at random as a whole, executed in part, or in some of its items", async () => {
  const path = "/api/v1/spot/batchOrders";
  const resources = { [ORDER]: { id: ["clientOrderId"], batch: path } };
  const scenario = writeScenario(JSON.stringify({ resources }));
  // The catalog has no error that says that the request was executed; success says so too.
  const failures = "reset,-1007,0003,success";
  const mock = await startMock(
    "--scenario",
    scenario,
    "--rate",
    "1",
    "--seed",
    "7",
    "--failures",
    failures,
  );
  const body = JSON.stringify({ orders: [{ clientOrderId: "a" }, { clientOrderId: "b" }] });
  const post = (to: string) =>
    fetch(mock.url + to, { method: "POST", body }).catch(() => undefined);
  for (let n = 0; n < 100; n++) await post(path);
  await post("/no-batches");
  const { requests } = await mock.journal();
  expect(requests.at(-1)).not.toHaveProperty("items");
  const printed = requests.slice(0, -1).map(({ reply, items = [] }) => {
    const parts = items.map((item) => `${item.reply} ${item.executed}`);
    return `${reply}: ${parts.join(", ")}`;
  });
  const kinds = new Set(printed);
  const parts = ["true", "false"].flatMap((a) =>
    ["true", "false"].map((b) => `success ${a}, success ${b}`),
  );
  for (const reply of ["reset", "SERVER_TIMEOUT"])
    for (const part of parts) expect(kinds).toContain(`${reply}: ${part}`);
  for (const part of [
    "RATE_LIMIT_EXCEEDED false, success true",
    "success true, RATE_LIMIT_EXCEEDED false",
    "RATE_LIMIT_EXCEEDED false, RATE_LIMIT_EXCEEDED false",
    "SERVER_TIMEOUT true, success true",
    "SERVER_TIMEOUT false, success true",
  ])
    expect(kinds).toContain(`batch: ${part}`);
  expect(kinds).toContain("success: success true, success true");
  expect(kinds).not.toContain("success: success false, success false");
  expect(kinds).not.toContain("batch: success true, success true");
  expect(printed.filter((line) => /^RATE_LIMIT_EXCEEDED: .*true/.test(line))).toEqual([]);
});

test("by default, requests fail at random with what a bot has to survive, and the log says so", async () => {
  const { url, lines, journal } = await startMock("--log", "--rate", "1", "--seed", "7");
  const ask = () =>
    fetch(url + ORDER, { method: "POST", signal: AbortSignal.timeout(1_000) }).catch(
      () => undefined,
    );
  await Promise.all(Array.from({ length: 60 }, ask));
  const { requests } = await journal();
  const replies = [...new Set(requests.map(({ reply }) => reply))];
  const connection = ["timeout", "reset", "cut-off", "empty", "http-502", "http-429"];
  expect(replies).toEqual(expect.arrayContaining(connection));
  const others = replies.filter((reply) => !connection.includes(reply));
  expect(others.length).toBeGreaterThan(2);
  for (const name of others) {
    const { outcome, retry } = errors.find((entry) => entry.name === name) ?? {};
    expect([outcome === "unknown", retry === "after-delay"]).toContain(true);
  }
  const logged = requests.map(({ n, reply, executed }) => {
    const became = executed ? "executed" : "not executed";
    return `${String(n).padStart(4)}  POST ${ORDER}  ${reply} (rate)  ${became}`;
  });
  await expect.poll(() => lines.slice(1)).toEqual(logged);
});
