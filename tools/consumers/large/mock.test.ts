import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { reach, TIMES } from "./bot-connection.js";
import { inTurns } from "./in-turns.js";
import { loadOrderLoop, newOrder } from "./load-order-loop.js";

const bin = fileURLToPath(new URL("../../../packages/cli/bin/hashkey-errors.js", import.meta.url));
const page = readFileSync(new URL("../../../docs/mock.md", import.meta.url), "utf8");

/** The only block of the page in a language. */
function blockIn(language: string): string {
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))];
  expect(blocks).toHaveLength(1);
  return blocks[0]?.[1] ?? "";
}

/** Makes a repository of somebody who tests a bot with the mock. */
function botFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "bot-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(bin, join(folder, "node_modules/.bin/hashkey-errors"));
  for (const [file, text] of Object.entries({ ...files, "orders.yaml": blockIn("yaml") }))
    writeFileSync(join(folder, file), text);
  return folder;
}

test("the documented tests in Python pass", () => {
  const cwd = botFolder({ "test_bot.py": blockIn("python") });
  const { stderr, status } = spawnSync("python3", ["test_bot.py"], { cwd, encoding: "utf8" });
  expect(stderr).toMatch(/Ran 2 tests[\s\S]*OK/);
  expect(status).toBe(0);
});

test("the documented test in Python fails for a bot that places an order twice", () => {
  const careless = blockIn("python").replace(
    / {4}except OSError:[\s\S]*?(?=\n\n\nclass)/,
    "    except OSError:\n        return place_order(url, order_id)",
  );
  const scenario = blockIn("yaml").replace(/ +duplicate.*\n/, "");
  const cwd = botFolder({ "test_bot.py": careless });
  writeFileSync(join(cwd, "orders.yaml"), scenario);
  const { stderr, status } = spawnSync("python3", ["test_bot.py"], { cwd, encoding: "utf8" });
  expect(stderr).toContain("AssertionError: 2 != 1");
  expect(status).toBe(1);
});

test("the documented test in Go passes", () => {
  const cwd = botFolder({ "bot_test.go": blockIn("go"), "go.mod": "module bot\n\ngo 1.19\n" });
  const printed = execFileSync("go", ["test", "-v", "./..."], { cwd, encoding: "utf8" });
  expect(printed).toContain("--- PASS: TestPlacesEachOrderOnceThoughTheThirdAnswerIsLost");
});

test("the documented commands of curl get what they ask for", async () => {
  const { url } = await startMock(blockIn("yaml"));
  const commands = page.match(/^curl .*$/gm) ?? [];
  const answers = commands.map((command) =>
    execFileSync("bash", ["-c", `${command.replaceAll("http://127.0.0.1:4010", url)} -s`], {
      encoding: "utf8",
    }),
  );
  expect(answers).toEqual([
    '{"code":"-1007","msg":"Timeout waiting for response from server"}',
    expect.stringContaining("<h1>502 Bad Gateway</h1>"),
  ]);
});

test("the README of the command line shows what curl and the journal print", async () => {
  const file = new URL("../../../packages/cli/README.md", import.meta.url);
  const text = readFileSync(file, "utf8");
  const { url } = await startMock("replies: {}");
  const session = /(<!-- session: mock -->\n```console\n.*\n.*\n)[\s\S]*?(```\n<!-- \/session -->)/;
  const commands = session.exec(text)?.[0].match(/^\$ curl .*$/gm) ?? [];
  const printed = commands.map((line) => {
    const command = line.slice(2).replace("http://127.0.0.1:4010", url);
    return `${line}\n${execFileSync("bash", ["-c", command], { encoding: "utf8" }).trimEnd()}\n`;
  });
  expect(commands).toHaveLength(3);
  const written = text.replace(session, (_, before, after) => before + printed.join("") + after);
  // Written where someone works; on a machine that only checks, a difference is a failure.
  if (process.env.CI === undefined) writeFileSync(file, written);
  else expect(text).toBe(written);
});

interface Mock {
  readonly url: string;
  /** Says how often an order was placed. */
  countPlaced(id: string): Promise<number>;
}

async function startMock(scenario: string, ...args: readonly string[]): Promise<Mock> {
  const file = join(botFolder({}), "scenario.yaml");
  writeFileSync(file, scenario);
  const command = [bin, "mock", "--port", "0", "--scenario", file, ...args];
  const mock = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void mock.kill());
  const [url] = (await once(createInterface(mock.stdout), "line")) as [string];
  return {
    url,
    countPlaced: async (id) => {
      const response = await fetch(`${url}/__mock/journal?method=POST&id=${id}`);
      return ((await response.json()) as { readonly executed: number }).executed;
    },
  };
}

const { loop, remove } = await loadOrderLoop();
afterAll(remove);

const { entries } = createRequire(import.meta.url)("@hashkey-errors/schemas/catalog.json") as {
  readonly entries: readonly { readonly name: string; readonly outcome?: string }[];
};
const open = entries.filter(({ outcome }) => outcome === "unknown").map(({ name }) => name);
const breakdowns = ["timeout", "reset", "cut-off", "empty", "http-502", "http-418", "http-429"];

const resources = blockIn("yaml").replace(/^ +POST .*\n/m, "  POST /none: []\n");

describe.each([
  ["an exchange that rejects repeats", resources],
  ["an exchange that does not", resources.replace(/ +duplicate.*\n/, "")],
])("the documented order loop on %s", (_, scenario) => {
  test("places exactly one order after each failure of the first attempt", async () => {
    const mock = await startMock(scenario);
    const failures = [...breakdowns, ...open].flatMap((failure) => [
      { "x-mock-reply": failure, "x-mock-executed": "true" },
      { "x-mock-reply": failure, "x-mock-executed": "false" },
      { "x-mock-reply": failure, "x-mock-executed-after": "300" },
    ]);
    const wrong = await inTurns(failures, async (headers) => {
      const order = newOrder();
      await loop.placeOrder(reach(mock, TIMES.timeoutMs, headers), order);
      const count = await mock.countPlaced(order.clientOrderId);
      return count === 1 ? [] : [[count, headers]];
    });
    expect(wrong.flat()).toEqual([]);
    expect(failures.length).toBeGreaterThan(30);
  });

  test("places each order of a batch once if a part of it was executed before the answer was lost", async () => {
    const mock = await startMock(scenario);
    const batch = [newOrder(), newOrder(), newOrder()];
    const headers = { "x-mock-reply": "reset", "x-mock-batch": "success,0003,-1007" };
    await loop.placeOrders(reach(mock, TIMES.timeoutMs, headers), batch);
    const placed = batch.map(({ clientOrderId }) => mock.countPlaced(clientOrderId));
    expect(await Promise.all(placed)).toEqual([1, 1, 1]);
  });

  test("places each order exactly once while a third of all requests fail at random, or says that nobody knows", async () => {
    const mock = await startMock(scenario, "--rate", "0.33", "--seed", "7");
    const orders = Array.from({ length: 100 }, newOrder);
    let unknown = 0;
    const wrong = await inTurns(orders, async (order) => {
      const isKnown = await loop.placeOrder(reach(mock), order).then(
        () => true,
        (error) => {
          // Eight lookups of an order that fail one after the other end the loop, in few runs.
          if (error?.failure?.outcome !== "unknown") throw error;
          unknown += 1;
          return false;
        },
      );
      const count = await mock.countPlaced(order.clientOrderId);
      return count === 1 || (count === 0 && !isKnown) ? [] : [[count, order.clientOrderId]];
    });
    expect(wrong.flat()).toEqual([]);
    expect(unknown).toBeLessThan(10);
  });
});
