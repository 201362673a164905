/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { locales } from "@hashkey-errors/messages";
import { loaders } from "@hashkey-errors/messages/loaders";
import { HashKeyApiError, identify } from "@hashkey-errors/validator";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import {
  drawAcmeReference,
  drawReference,
  errors,
  exampleMessage,
  fillExamples,
} from "../test/reference.js";
import { isSkipped, openContext } from "./page.js";
import { serveReference } from "./serve-reference.js";

const folder = isSkipped ? "" : drawReference("--base-url", "http://127.0.0.1/ref");
const site = isSkipped ? "" : await serveReference(folder);

async function openPage(address: string): Promise<Page> {
  const context = await openContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector("#box textarea");
  return page;
}

/** What the box answers to each question: the text of its status, and its answers. */
async function ask(page: Page, questions: readonly string[]) {
  return page.evaluate(async (all) => {
    const input = document.querySelector("textarea") as HTMLTextAreaElement;
    const status = document.querySelector("#box [role=status]") as HTMLElement;
    const answers: { status: string; items: string[] }[] = [];
    for (const question of all) {
      input.value = question;
      status.textContent = "waiting";
      input.dispatchEvent(new Event("paste"));
      while (status.textContent === "waiting") await new Promise((resolve) => setTimeout(resolve));
      const items = [...document.querySelectorAll("#box li")].map((item) => item.textContent ?? "");
      answers.push({ status: status.textContent ?? "", items });
    }
    return answers;
  }, questions);
}

type Entry = (typeof errors)[number];

const bodyOf = (entry: Entry) => ({ code: entry.code, msg: exampleMessage(entry) });

/** The ways in which an error is asked for, and the question that each makes of an entry. */
const WAYS: Readonly<Record<string, (entry: Entry) => string>> = {
  "its code": ({ code }) => code,
  "its code as a number": ({ code }) => String(Number(code)),
  "its name": ({ name }) => name,
  "its name in small letters": ({ name }) => name.toLowerCase().replaceAll("_", " "),
  "its message": exampleMessage,
  "a body": (entry) => JSON.stringify(bodyOf(entry)),
  "a response in a line of a log": (entry) =>
    `2026-11-26 09:12:01,123 ERROR order failed: ${JSON.stringify(bodyOf(entry))} (attempt 1)`,
  "ccxt's text": (entry) => `hashkey ${JSON.stringify(bodyOf(entry))}`,
  "HashKeyApiError's text": (entry) =>
    String(new HashKeyApiError(identify(entry.code, exampleMessage(entry)))),
};

test.skipIf(isSkipped).each(Object.entries(WAYS))(
  "the box finds every error by %s",
  async (_, questionOf) => {
    const page = await openPage(`${site}/index.html`);
    const answers = await ask(page, errors.map(questionOf));
    const missed = errors.filter(({ code, name }, index) =>
      (answers[index]?.items ?? []).every((item) => !item.startsWith(`${code} ${name}`)),
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
  },
);

test.skipIf(isSkipped).each(locales)(
  "the box finds every error by its sentence in %s",
  async (tag) => {
    const { texts } = await loaders[tag]();
    const page = await openPage(`${site}/ORDER_NOT_FOUND/`);
    const translated = errors.filter(({ name }) => name in texts);
    const answers = await ask(
      page,
      translated.map(({ name, params }) =>
        fillExamples((texts[name as never] as readonly string[])[0] ?? "", params),
      ),
    );
    const missed = translated.filter(({ code, name }, index) =>
      (answers[index]?.items ?? []).every((item) => !item.startsWith(`${code} ${name}`)),
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
  },
);

test.skipIf(isSkipped)(
  "the box recognizes 200 responses of the conformance vectors as the validator does",
  async () => {
    const vectors = createRequire(import.meta.url).resolve(
      "@hashkey-errors/schemas/conformance.ndjson",
    );
    const known = readFileSync(vectors, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .filter(({ expect: wanted }) => wanted.kind === "error" && wanted.name !== "UNRECOGNIZED");
    const chosen = known.filter((_, index) => index % Math.floor(known.length / 200) === 0);
    expect(chosen.length).toBeGreaterThanOrEqual(200);
    const page = await openPage(`${site}/index.html`);
    const answers = await ask(
      page,
      chosen.map(({ body }) => JSON.stringify(body)),
    );
    const wrong = chosen.filter(({ expect: { code, name } }, index) => {
      const { items = [] } = answers[index] ?? {};
      return items.length !== 1 || !items[0]?.startsWith(`${code} ${name}`);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  },
);

test.skipIf(isSkipped)(
  "the box fills in what the response carried, and says whether to send it again",
  async () => {
    const page = await openPage(`${site}/ja/index.html`);
    const [found, code, success, unknown, wrong] = await ask(page, [
      '{"code":"0001","msg":"Required field side missing or invalid"}',
      "1007",
      '{"orderId":"1"}',
      "-99999",
      "ORDER_NOT_FUND",
    ]);
    expect(found?.items[0]).toContain("「side」");
    expect(found?.items[0]).toContain("再送信してもよいですか？ 修正すれば可");
    expect(code?.status).toContain("-1007");
    expect(success?.status).toBe("この応答にエラーは含まれていません。");
    expect(unknown?.items[0]).toContain("UNRECOGNIZED");
    expect(wrong?.items).toContain("0211 ORDER_NOT_FOUND");
  },
);

/** What clients say of a request that may have been executed. */
const LOST = [
  "ETIMEDOUT",
  "ECONNRESET",
  "socket hang up",
  "TypeError: Failed to fetch",
  "NetworkError when attempting to fetch resource.",
  "curl: (28) Operation timed out",
  "requests.exceptions.ConnectionError",
];

test.skipIf(isSkipped)(
  "the box finds the failures that no entry is about, and codes that report no error",
  async () => {
    const page = await openPage(`${site}/index.html`);
    const questions = ["NO_RESPONSE", "invalid response", "UNRECOGNIZED", "<html><h1>504</h1>"];
    const answers = await ask(page, questions);
    const items = answers.map((answer) => answer.items.join());
    expect(items).toEqual([
      expect.stringMatching(/NO_RESPONSE .*Not yet.*Result unknown/),
      expect.stringMatching(/INVALID_RESPONSE .*Not yet.*Result unknown/),
      expect.stringMatching(/UNRECOGNIZED .*Not yet.*Result unknown/),
      expect.stringMatching(/INVALID_RESPONSE .*Not yet.*Result unknown/),
    ]);
    const successes = await ask(page, [
      "0000",
      '{"code":0}',
      '2026-11-27 INFO order sent: status=200 {"code":"0000"}',
    ]);
    const success = { status: "This response reports no error.", items: [] };
    expect(successes).toEqual([success, success, success]);
    const [unsent, ...lost] = await ask(page, ["connect ECONNREFUSED", ...LOST]);
    expect(unsent?.items.join()).toMatch(
      /^NO_RESPONSE Exchange not reached.*After a wait.*Rejected/,
    );
    expect(lost.filter(({ items: [item = ""] }) => !/^NO_RESPONSE .*Not yet/.test(item))).toEqual(
      [],
    );
    const [gateway] = await ask(page, ["504 Gateway Timeout"]);
    expect(gateway?.items.join()).toMatch(/^INVALID_RESPONSE .*Not yet.*Result unknown/);
    const [number] = await ask(page, ["429"]);
    expect(number?.items).toEqual([
      expect.stringMatching(/^INVALID_RESPONSE /),
      expect.stringMatching(/^429 UNRECOGNIZED/),
    ]);
    await ask(page, ["NO_RESPONSE"]);
    await page.click("#box li a");
    expect(page.url()).toMatch(/\/NO_RESPONSE\/index\.html$/);
  },
);

test.skipIf(isSkipped)("the box is used by keyboard alone", async () => {
  const page = await openPage(`${site}/index.html`);
  await page.keyboard.press("/");
  await page.keyboard.type("0001");
  await page.waitForSelector("#box li");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toContain("SIGNATURE_INVALID");
  await page.keyboard.press("ArrowUp");
  expect(await focused()).toContain("REQUIRED_FIELD_INVALID");
  await page.keyboard.press("Escape");
  expect(await page.inputValue("textarea")).toBe("");
  expect(await page.locator("#box li").count()).toBe(0);
  await page.keyboard.type("-1141");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/ORDER_DUPLICATE/index.html");
});

test.skipIf(isSkipped)("a screen reader is told what was found", async () => {
  const page = await openPage(`${site}/index.html`);
  await ask(page, ["-1007"]);
  const status = page.getByRole("status").filter({ hasText: "Errors found: 1 ·" });
  expect(await status.count()).toBe(1);
  expect(await page.getByRole("textbox", { name: "Find an error" }).count()).toBe(1);
});

test.skipIf(isSkipped)(
  "a question can be linked, and an address without a page names the nearest",
  async () => {
    const linked = await openPage(`${site}/ko/index.html?q=-1141`);
    await linked.waitForSelector("#box li");
    expect(await linked.textContent("#box li")).toContain("ORDER_DUPLICATE");
    const missing = await openPage(`${site}/ORDER_NOT_FUND`);
    await missing.waitForSelector("#box li");
    expect(await missing.locator("#box li").allTextContents()).toContain("0211 ORDER_NOT_FOUND");
    await missing.click("#box li a");
    expect(missing.url()).toMatch(/\/ref\/\w+\/index\.html$/);
  },
);

test.skipIf(isSkipped)(
  "nothing that is pasted leaves the page, and its policy lets nothing leave",
  async () => {
    const page = await openPage(`${site}/index.html`);
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    await ask(page, ['{"code":"0001","msg":"secret-4711"}', "a sentence with secret-4711 in it"]);
    expect(
      requested.filter(
        (url) => !/\/ref\/assets\/(?:(?:texts|titles)-[\w-]+|reader)\.js$/.test(url),
      ),
    ).toEqual([]);
    const sent = await page.evaluate(() =>
      fetch("/ref/index.html").then(
        () => "sent",
        () => "blocked",
      ),
    );
    expect(sent).toBe("blocked");
  },
);

test.skipIf(isSkipped)(
  "the box loads its reader of logs once, and not for a code, a name, a sentence or a body",
  async () => {
    const page = await openPage(`${site}/index.html`);
    const loaded: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/reader.js")) loaded.push(request.url());
    });
    const body = '{"code":"-1141","msg":"Duplicate order"}';
    const batch = `{"code":0,"result":[{"code":0},${body}]}`;
    const sentence = "注文の重複";
    const known = ["-1141", "order duplicate", "Duplicate order", sentence, body, batch];
    const answers = await ask(page, known);
    expect(answers.map(({ items }) => items.length)).toEqual(known.map(() => 1));
    expect(loaded).toEqual([]);
    const read = await ask(page, [`10:00:00 ERROR ${body}`, "ECONNRESET", `{"response":${body}}`]);
    expect(read.map(({ items }) => items.length)).toEqual([1, 1, 1]);
    expect(loaded.length).toBe(1);
  },
);

test.skipIf(isSkipped)(
  "the box names what is similar to a few words in Chinese, Japanese and Korean",
  async () => {
    const page = await openPage(`${site}/ORDER_NOT_FOUND/index.html`);
    const answers = await ask(page, ["余额不足", "署名エラー", "서명 오류"]);
    expect(answers.map(({ items }) => items)).toEqual([
      expect.arrayContaining([expect.stringContaining("ORDER_BALANCE_INSUFFICIENT")]),
      expect.arrayContaining(["0001 SIGNATURE_INVALID"]),
      expect.arrayContaining(["0001 SIGNATURE_INVALID"]),
    ]);
  },
);

test.skipIf(isSkipped)("the box works on pages without a server, in every language", async () => {
  const page = await openPage(`file://${folder}/zh-Hans/ORDER_NOT_FOUND/index.html`);
  const { texts } = await loaders.ko();
  const [sentence = ""] = texts.ORDER_DUPLICATE ?? [];
  const line = '10:00:00 ERROR {"code":"-1141","msg":"Duplicate order"}';
  const answers = await ask(page, [sentence, line]);
  const found = expect.stringContaining("-1141 ORDER_DUPLICATE");
  expect(answers.map(({ items }) => items)).toEqual([[found], [found]]);
  await page.click("#box li a");
  expect(page.url()).toBe(`file://${folder}/zh-Hans/ORDER_DUPLICATE/index.html`);
});

test.skipIf(isSkipped)(
  "the box of another API reads that API's bodies, in its languages",
  async () => {
    const page = await openPage(`file://${drawAcmeReference()}/index.html`);
    const [nested, sentence, other] = await ask(page, [
      '{"error":{"code":"card_declined","message":"Your card does not support EUR"}}',
      "Die Karte ist abgelaufen.",
      '{"code":"-1141","msg":"Duplicate order"}',
    ]);
    expect(nested?.items).toEqual([expect.stringContaining("Die Karte unterstützt EUR nicht.")]);
    expect(sentence?.items[0]).toContain("card_declined CARD_EXPIRED");
    expect(other?.items.filter((item) => item.includes("ORDER_DUPLICATE"))).toEqual([]);
  },
);
