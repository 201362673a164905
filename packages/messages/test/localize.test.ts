import { locales, localize, type MessageBundle, negotiateLocale } from "@hashkey-errors/messages";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { identify } from "@hashkey-errors/validator";
import { describe, expect, test } from "vitest";

const errors = catalog.entries.filter(({ kind }) => kind === "error");
const bundles: Record<string, MessageBundle> = {};
for (const tag of locales) {
  const module = (await import(`@hashkey-errors/messages/${tag}`)) as { messages: MessageBundle };
  bundles[tag] = module.messages;
}
const { en, "zh-Hans": zhHans } = bundles as Record<"en" | "zh-Hans", MessageBundle>;

describe.each(Object.entries(bundles))("%s", (tag, bundle) => {
  test.each(errors)("says what $name means, with its params", ({ name, code, message, params }) => {
    const values = Object.fromEntries(
      Object.entries(params).map(([param, { example }]) => [param, `<${example as string}>`]),
    );
    const msg = message.replaceAll(/\{(\w+)\}/g, (_, param: string) => values[param] ?? "");
    const said = localize(identify(code, msg), bundle);
    expect(said.locale).toBe(tag);
    expect(`${said.message}${said.description}`).not.toMatch(/[{}]/);
    for (const value of Object.values(values)) expect(said.message).toContain(value);
    for (const text of [said.message, said.description]) {
      expect(text.length).toBeGreaterThan(3);
      expect(text.length).toBeLessThanOrEqual(200);
    }
    expect(bundle.texts).toHaveProperty(name);
  });

  test("has a general sentence for an error that came without any text", () => {
    expect(localize(identify("-9999"), bundle)).toMatchObject({
      locale: tag,
      message: expect.stringMatching(/\S/),
    });
  });
});

test("where the outcome is unknown, the English description says to check first", () => {
  for (const { name, outcome } of errors.filter((entry) => entry.outcome === "unknown")) {
    const [, description] = en.texts[name as "UNKNOWN_ERROR"] ?? [];
    expect(`${name} (${outcome}): ${description}`).toMatch(/\b[Cc]heck\b/);
  }
});

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
])("of %j it chooses %s", (requested, locale) => {
  expect(negotiateLocale(requested)).toBe(locale);
});

test("an alias is the bundle itself", async () => {
  const alias = (await import("@hashkey-errors/messages/zh-CN")) as { messages: MessageBundle };
  expect(alias.messages).toBe(zhHans);
});
