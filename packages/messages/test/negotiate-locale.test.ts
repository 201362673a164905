import { negotiateLocale } from "@hashkey-errors/messages";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

const CASES: readonly [requested: string | readonly string[] | undefined, locale: string][] = [
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
  ["hak-HK", "zh-Hant-HK"],
  ["gan-MO", "zh-Hant-HK"],
  ["wuu", "zh-Hans"],
  ["nan-Latn-TW", "en"],
  ["ko-Hang", "ko"],
  ["i-klingon", "en"],
  ["zh-min-nan", "zh-Hans"],
  ["zh-CHT-TW", "zh-Hant-HK"],
  ["en;q=0, *", "ja"],
  ["en;q=0.5, *", "en"],
  ["fr, ja;q=0", "en"],
  ["ja;q=0.5x, ko;q=0.4", "ko"],
  ["ko;q=0.9, ja;q=1.000", "ja"],
  ["*", "en"],
];

test.each(CASES)("negotiateLocale chooses for %j: %s", (requested, locale) => {
  expect(negotiateLocale(requested)).toBe(locale);
});

test.each([
  ["Intl.Locale, as in React Native", { ...Intl, Locale: undefined }],
  ["Intl", undefined],
])("negotiateLocale chooses the same without %s", async (what, intl) => {
  vi.stubGlobal("Intl", intl);
  // A copy that has not yet read its locales.
  const copy: { negotiateLocale: typeof negotiateLocale } = await import(
    `${import.meta.resolve("@hashkey-errors/messages")}?${encodeURIComponent(what)}`
  );
  // A script that a language has anyway needs the tables of `Intl`: such a tag is passed over.
  const cases = CASES.filter(([requested]) => requested !== "ko-Hang");
  const chosen = cases.map(([requested]) => [requested, copy.negotiateLocale(requested)]);
  expect(chosen).toEqual(cases);
});

test("negotiateLocale reads only the start of a long list", () => {
  expect(negotiateLocale(`${"x".repeat(100_000)},ja`)).toBe("ja");
  expect(negotiateLocale(`${"x,".repeat(1_000_000)}ja`)).toBe("en");
  expect(negotiateLocale(Object.assign(new Array(2 ** 32 - 1), ["x", "ja"]))).toBe("ja");
});

test.each<[what: string, header: string]>([
  ["one tag", "zh-".repeat(350_000)],
  ["extensions", `en${"-u-ca-buddhist".repeat(80_000)}`],
  ["semicolons", ";".repeat(1_000_000)],
  ["blanks before a weight", `ko;q=${" ".repeat(1_000_000)}1`],
  ["underscores", "_".repeat(1_000_000)],
])("negotiateLocale passes over a megabyte of %s", (_, header) => {
  expect(negotiateLocale(`${header},ja`)).toBe("ja");
});

test("negotiateLocale ignores anything that is not a string", () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  const odd = [null, 5, {}, Object.create(null), Symbol("x"), () => {}, proxy];
  for (const value of [...odd, odd, [[Symbol("x")]]])
    expect(negotiateLocale(value as never)).toBe("en");
});
