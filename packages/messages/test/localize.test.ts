import { locales, localize, type MessageBundle, negotiateLocale } from "@hashkey-errors/messages";
import { messages as pseudo } from "@hashkey-errors/messages/en-XA";
import { loaders } from "@hashkey-errors/messages/loaders";
import meta from "@hashkey-errors/messages/meta.json" with { type: "json" };
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { type Failure, identify, parseResponse } from "@hashkey-errors/validator";
import { describe, expect, test } from "vitest";

type Entry = (typeof catalog.entries)[number] & {
  readonly retired?: { readonly replacedBy?: string };
};

// Responses of a renamed error get its new name.
const errors = (catalog.entries as Entry[]).filter(
  ({ kind, retired }) => kind === "error" && retired?.replacedBy === undefined,
);
const bundles: Record<string, MessageBundle> = {};
for (const tag of locales) {
  const module = (await import(`@hashkey-errors/messages/${tag}`)) as { messages: MessageBundle };
  bundles[tag] = module.messages;
}
const { en, "zh-Hans": zhHans } = bundles as Record<"en" | "zh-Hans", MessageBundle>;

describe.each(Object.entries(bundles))("%s", (tag, bundle) => {
  // A locale may still lack texts; then the chain falls to the next bundle.
  const present = errors.filter(({ name }) => Object.hasOwn(bundle.texts, name));
  test.each(present)(
    "says what $name means, with its params",
    ({ name, code, message, params }) => {
      const values = Object.fromEntries(
        Object.entries(params).map(([param, { example }]) => [param, `<${example as string}>`]),
      );
      const msg = message.replaceAll(/\{(\w+)\}/g, (_, param: string) => values[param] ?? "");
      const error = identify(code, msg);
      expect(error.name).toBe(name);
      const said = localize(error, bundle);
      expect(said.locale).toBe(tag);
      expect(`${said.message}${said.description}`).not.toMatch(/[{}]/);
      for (const value of Object.values(values)) expect(said.message).toContain(value);
      for (const text of [said.message, said.description]) expect(text.length).toBeGreaterThan(3);
    },
  );

  test("falls back for every error that it has no text for", () => {
    for (const { code, message, name } of errors.filter((error) => !present.includes(error)))
      expect(localize(identify(code, message), [bundle, en]).locale, name).not.toBe(tag);
    expect(present.length + errors.filter((error) => !present.includes(error)).length).toBe(
      errors.length,
    );
  });

  test("has a general sentence for an error that came without any text, or the next has", () => {
    const said = localize(identify("-9999"), [bundle, en]);
    expect(said.message).toMatch(/\S/);
    expect(said.locale).toBe(Object.hasOwn(bundle.texts, "UNRECOGNIZED") ? tag : "en");
  });
});

/** How each language says to check. */
const CHECK: Readonly<Record<string, RegExp>> = {
  en: /\b[Cc]heck\b.*\bbefore\b/,
  ja: /再度お試しになる前に.*確認/,
  ko: /다시 시도하기 전에.*확인/,
  "zh-Hans": /请先.*再决定是否重试/,
  "zh-Hant-HK": /請先.*再決定是否重試/,
};

test.each(Object.entries(CHECK))(
  "where the outcome is unknown, the description in %s says to check before trying again",
  (tag, words) => {
    const unknown = errors.filter(({ outcome }) => outcome === "unknown");
    for (const { name, outcome } of [...unknown, { name: "UNRECOGNIZED", outcome: "unknown" }]) {
      const [, description] = bundles[tag]?.texts[name as "UNKNOWN_SERVER_ERROR"] ?? [];
      if (description === undefined) continue;
      expect(`${name} (${outcome}): ${description}`).toMatch(words);
    }
  },
);

test("an empty text is no text", () => {
  expect(localize(identify("-9999", ""), en).message).toBe(en.texts.UNRECOGNIZED?.[0]);
});

test("an unrecognized error is the server's own text", () => {
  expect(localize(identify("-9999", "Brand new"), en)).toEqual({
    message: "Brand new",
    description: "",
    locale: "und",
  });
});

test("an answer that is not the API's, and none at all, have their own text or the general one", () => {
  const invalid = parseResponse("<html>", { httpStatus: 502 });
  const own: MessageBundle = { locale: "nl", texts: { NO_RESPONSE: ["Geen antwoord.", "Kijk."] } };
  const general: MessageBundle = { locale: "nl", texts: { UNRECOGNIZED: ["Onbekend.", "Kijk."] } };
  const silent: Failure = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" };
  expect(localize(silent, [own])).toMatchObject({ message: "Geen antwoord.", locale: "nl" });
  expect(localize(silent, [general, own])).toMatchObject({ message: "Onbekend." });
  expect(invalid.kind === "invalid" && localize(invalid.error, [own, general])).toMatchObject({
    message: "Onbekend.",
  });
});

test("params that could not be recovered: the server's own text, with the description", () => {
  expect(localize(identify("-1130", "Bad parameter"), zhHans)).toEqual({
    message: "Bad parameter",
    description: zhHans.texts.PARAMETER_INVALID?.[1],
    locale: "und",
  });
  expect(localize(identify("-1130"), en)).toMatchObject({
    message: en.texts.PARAMETER_INVALID?.[0].replace("{parameter}", "…"),
    locale: "en",
  });
});

test("a chain falls to the next bundle that has the error", () => {
  const partial: MessageBundle = {
    locale: "nl",
    texts: { ORDER_DUPLICATE: ["Dubbele order.", "Kijk eerst."] },
  };
  expect(localize(identify("-1141"), [partial, en]).locale).toBe("nl");
  expect(localize(identify("0211"), [partial, en])).toMatchObject({
    locale: "en",
    message: en.texts.ORDER_NOT_FOUND?.[0],
  });
  expect(localize(identify("0211", "Order not found"), [partial])).toMatchObject({
    message: "Order not found",
    locale: "und",
  });
  expect(localize(identify("0211"), [])).toEqual({ message: "", description: "", locale: "und" });
});

test("a value is put in as it came, and never expanded again", () => {
  const error = identify(
    "-1015",
    "Too many new orders, current limit is {interval} orders per $& <b>",
  );
  expect(localize(error, en).message).toContain("{interval}");
  expect(localize(error, en).message).toContain("$& <b>");
});

test("names from Object.prototype are no texts", () => {
  expect(localize({ ...identify("-9999"), name: "constructor" } as never, en).locale).toBe("en");
});

test.each<[requested: string | readonly string[] | undefined, locale: string]>([
  ["en", "en"],
  ["en-GB", "en"],
  ["zh", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh-SG", "zh-Hans"],
  ["zh_CN", "zh-Hans"],
  ["zh-Hans-HK", "zh-Hans"],
  ["zh-HK", "zh-Hant-HK"],
  ["zh_HK", "zh-Hant-HK"],
  ["zh-TW", "zh-Hant-HK"],
  ["zh-Hant", "zh-Hant-HK"],
  ["zh-CHT", "zh-Hant-HK"],
  ["zh-CHS", "zh-Hans"],
  ["yue", "zh-Hant-HK"],
  ["yue-Hans-CN", "zh-Hans"],
  [["zh-MO", "en"], "zh-Hant-HK"],
  ["ja-JP", "ja"],
  ["ko", "ko"],
  [["fr", "ko-KR"], "ko"],
  [["fr", "de"], "en"],
  [[], "en"],
  [undefined, "en"],
  ["", "en"],
  [["not a tag!", "x", "ja"], "ja"],
  [" ja ", "ja"],
  ["fr-CH, fr;q=0.9, ko;q=0.8, ja;q=0.85, *;q=0.5", "ja"],
  ["zh-TW,zh;q=0.9,en-US;q=0.8", "zh-Hant-HK"],
  ["en;q=0.1,ko-KR", "ko"],
  ["ja ; q=0.7 , ko;Q=0.8", "ko"],
  ["ja;q=0, ko;q=0.1", "ko"],
  ["ja;q=2, ja;q=-1, ja;q=x, ja;q=, ko;q=0.001", "ko"],
  [["fr", "de;q=0.9, ja;q=0.3", "ko;q=0.5"], "ko"],
  ["fr, *;q=0.9, ja;q=0.1", "en"],
  [",,;,;q=1,-,--,_,a-,*-CH,ja", "ja"],
  ["ja-JP-u-ca-japanese", "ja"],
  ["zh-yue-HK", "zh-Hant-HK"],
  ["nan-TW", "zh-Hant-HK"],
  ["ko-Hang", "ko"],
  ["i-klingon", "en"],
  ["zh-min-nan", "zh-Hans"],
  ["zh-CHT-TW", "zh-Hant-HK"],
  ["en;q=0, *", "ja"],
  ["*", "en"],
])("of %j it chooses %s", (requested, locale) => {
  expect(negotiateLocale(requested)).toBe(locale);
});

test("long input is read as far as a reader's list goes", () => {
  expect(negotiateLocale(`${"x".repeat(100_000)},ja`)).toBe("ja");
  expect(negotiateLocale(`${"x,".repeat(1_000_000)}ja`)).toBe("en");
});

test("what is no text at all never throws", () => {
  const odd = [null, 5, {}, Object.create(null), Symbol("x"), () => {}];
  for (const value of [...odd, odd, [[Symbol("x")]]])
    expect(negotiateLocale(value as never)).toBe("en");
});

test.each<[name: string, value: string, shown: string]>([
  ["Latin in a Chinese sentence", "clientOrderId", "clientOrderId"],
  ["a price", "0.00001000", "0.00001000"],
  ["HTML", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ["a value that looks like a placeholder", "{parameter}", "{parameter}"],
  ["text from right to left", "שלום", "\u2068שלום\u2069"],
  ["an override that would turn the rest of the sentence", "\u202etxet", "\ufffdtxet"],
  ["isolates that are never closed", "\u2066a\u2067b", "\ufffda\ufffdb"],
  ["a mark beside Hebrew", "\u200fא\u2069", "\u2068\ufffdא\ufffd\u2069"],
  [
    "control characters",
    "a\u0000b\u001b[31mc\r\nd\u2028e\u0085",
    "a\ufffdb\ufffd[31mc\ufffd\ufffdd\ufffde\ufffd",
  ],
  ["emoji of several parts", "👩‍💻", "👩‍💻"],
])("a param may hold %s", (_, value, shown) => {
  const error = identify("-1130", `Illegal parameter '${value}'`);
  expect(error).toMatchObject({ name: "PARAMETER_INVALID", params: { parameter: value } });
  const [message = ""] = zhHans.texts.PARAMETER_INVALID ?? [];
  expect(localize(error, zhHans).message).toBe(message.replace("{parameter}", () => shown));
});

test("in a sentence that runs from right to left, a value is isolated", () => {
  const ar: MessageBundle = {
    locale: "ar",
    texts: { PARAMETER_INVALID: ["قيمة {parameter} غير صالحة.", "."] },
  };
  const error = identify("-1130", "Illegal parameter 'BTC-USDT'");
  expect(localize(error, ar).message).toBe("قيمة \u2068BTC-USDT\u2069 غير صالحة.");
});

test("the loaders give every locale's own bundle", async () => {
  expect(Object.keys(loaders)).toEqual([...locales]);
  for (const tag of locales) expect(await loaders[tag]()).toBe(bundles[tag]);
});

test("meta.json says how far each locale has come", () => {
  const names = catalog.entries.filter(({ kind }) => kind === "error");
  expect(meta).toMatchObject({ sourceLocale: "en", texts: names.length + 1 });
  expect(Object.keys(meta.locales)).toEqual([...locales]);
  for (const [tag, locale] of Object.entries(meta.locales)) {
    const { coverage, missing, stale, status, stability } = locale;
    const present = Object.keys(bundles[tag]?.texts ?? {}).length;
    expect(missing).toBe(meta.texts - present);
    expect(coverage).toBe(Math.floor((present / meta.texts) * 100) / 100);
    expect(Object.values(status).reduce((sum, count) => sum + count)).toBe(present);
    const isRead = status.reviewed + status.final === meta.texts && stale === 0;
    expect(stability).toBe(isRead ? "stable" : "experimental");
  }
});

test("the pseudo-locale has every text of the source, longer, with its params, and is never chosen", () => {
  expect(Object.keys(pseudo.texts)).toEqual(Object.keys(en.texts));
  for (const [name, [message, description]] of Object.entries(pseudo.texts)) {
    const [source = "", more = ""] = en.texts[name as "UNKNOWN_SERVER_ERROR"] ?? [];
    const params = (text: string) => text.match(/\{\w+\}/g);
    expect(params(message), name).toEqual(params(source));
    expect(message.length, name).toBeGreaterThan(source.length * 1.2);
    for (const text of [message, description])
      expect(text, name).toMatch(/^\[[^a-zA-Z]*(\{\w+\}[^a-zA-Z]*)*\]$/);
    expect(description.length).toBeGreaterThan(more.length);
  }
  expect(negotiateLocale("en-XA")).toBe("en");
});

test("an alias is the bundle itself", async () => {
  const alias = (await import("@hashkey-errors/messages/zh-CN")) as { messages: MessageBundle };
  expect(alias.messages).toBe(zhHans);
});
