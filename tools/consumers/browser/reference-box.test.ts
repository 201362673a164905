/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inspect } from "node:util";
import { locales } from "@hashkey-errors/messages";
import { loaders } from "@hashkey-errors/messages/loaders";
import { HashKeyApiError, identify } from "@hashkey-errors/validator";
import { expect, inject, test } from "vitest";
import { drawAcmeReference, errors, exampleMessage, fillExamples } from "../test/reference.js";
import { ask, openPage } from "./box-page.js";
import { isSkipped } from "./chromium.js";

const acme = isSkipped ? "" : drawAcmeReference();
const { site } = inject("reference");

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
  "a body as console.log prints it": (entry) => inspect(bodyOf(entry)),
  "an exception in a record of a log": (entry) =>
    JSON.stringify({ level: 50, err: { failure: identify(entry.code, exampleMessage(entry)) } }),
  "ccxt's text": (entry) => `hashkey ${JSON.stringify(bodyOf(entry))}`,
  "HashKeyApiError's text": (entry) =>
    String(new HashKeyApiError(identify(entry.code, exampleMessage(entry)))),
};

test.skipIf(isSkipped).each(Object.entries(WAYS))(
  "the box finds every error by %s",
  async (_, questionOf) => {
    const page = await openPage(`${site}/index.html`);
    expect(missedIn(await ask(page, errors.map(questionOf)), errors)).toEqual([]);
  },
);

/** The names of the entries that are not among the answers to their questions. */
function missedIn(answers: Awaited<ReturnType<typeof ask>>, entries: readonly Entry[]) {
  const missed = entries.filter(({ code, name }, index) =>
    (answers[index]?.items ?? []).every((item) => !item.startsWith(`${code} ${name}`)),
  );
  return missed.map(({ name }) => name);
}

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
    expect(missedIn(answers, translated)).toEqual([]);
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
    const [found, code, shared, success, unknown, wrong] = await ask(page, [
      '{"code":"0001","msg":"Required field side missing or invalid"}',
      "1007",
      "0001",
      '{"orderId":"1"}',
      "-99999",
      "ORDER_NOT_FUND",
    ]);
    expect(found?.items[0]).toContain("「side」");
    expect(found?.items[0]).toContain("再送信してもよいですか？ 修正すれば可");
    expect(code?.status).toContain("正しい表記は-1007です。見つかったエラー：1件");
    expect(shared?.status).toBe("見つかったエラー：2件 · 必須項目の不備、正しくない署名");
    expect(success?.status).toBe("この応答にエラーは含まれていません。");
    expect(unknown?.items[0]).toContain("UNRECOGNIZED");
    expect(wrong?.items).toContain("0211 ORDER_NOT_FOUND 該当する注文なし");
    expect(wrong?.status).toBe("一覧に一致するエラーはありません。似ているエラー：");
  },
);

/** Words of clients for a request that may have been executed. */
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

test.skipIf(isSkipped)(
  "the box names what is similar to a few words in Chinese, Japanese and Korean",
  async () => {
    const page = await openPage(`${site}/ORDER_NOT_FOUND/index.html`);
    const answers = await ask(page, ["余额不足", "署名エラー", "서명 오류"]);
    expect(answers.map(({ items }) => items)).toEqual([
      expect.arrayContaining([expect.stringContaining("ORDER_BALANCE_INSUFFICIENT")]),
      expect.arrayContaining(["0001 SIGNATURE_INVALID Incorrect signature"]),
      expect.arrayContaining(["0001 SIGNATURE_INVALID Incorrect signature"]),
    ]);
    const japanese = await openPage(`${site}/ja/index.html`);
    const [own] = await ask(japanese, ["署名エラー"]);
    expect(own?.items).toContain("0001 SIGNATURE_INVALID 正しくない署名");
  },
);

test.skipIf(isSkipped)(
  "the box says in the first language what that of the page has no text for",
  async () => {
    const page = await openPage(`file://${acme}/pt-BR/index.html`);
    const [answer] = await ask(page, ["card_declined"]);
    expect(answer?.items).toEqual([
      expect.stringMatching(/Die Karte wurde abgelehnt\..*Abgelehnt: nicht ausgeführt\.$/),
      expect.stringMatching(/O cartão expirou\..*Abgelehnt: nicht ausgeführt\.$/),
      expect.stringMatching(/Falsche Währung.*Abgelehnt: nicht ausgeführt\.$/),
    ]);
  },
);

test.skipIf(isSkipped)(
  "the box of another API reads that API's bodies, in its languages",
  async () => {
    const page = await openPage(`file://${acme}/index.html`);
    const [nested, sentence, other] = await ask(page, [
      '{"error":{"code":"card_declined","message":"Your card does not support EUR"}}',
      "Die Karte ist abgelaufen.",
      '{"code":"-1141","msg":"Duplicate order"}',
    ]);
    expect(nested?.items).toEqual([expect.stringContaining("Die Karte unterstützt EUR nicht.")]);
    expect(sentence?.items[0]).toContain("card_declined CARD_EXPIRED");
    expect(other?.items.filter((item) => item.includes("ORDER_DUPLICATE"))).toEqual([]);
    // The words of the site are English there: a reader of the screen is told what is German.
    await ask(page, ["card_declined"]);
    const spoken = page.locator("#box li").first().locator("[lang]");
    const said = spoken.evaluateAll((texts) =>
      (texts as HTMLElement[]).map(({ localName, lang, dir }) => [localName, lang, dir]),
    );
    expect(await said).toEqual([
      ["span", "de", "auto"],
      ["p", "de", "auto"],
      ["p", "de", "auto"],
    ]);
  },
);
