import { scriptOf } from "../catalog/locale-tag.js";
import { memoizeByText } from "../std/memoize-by-text.js";

/** The scripts that are written from right to left. */
const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);

/** Returns the direction that a language is written in. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(scriptOf(tag)?.script ?? "") ? "rtl" : "ltr";
}

/** Returns a language's name for itself, as its readers look for it. */
export const languageIn: (tag: string) => string = memoizeByText(
  (tag) => new Intl.DisplayNames(tag, { type: "language", style: "short" }).of(tag) ?? tag,
);

/**
 * Returns the colon of a language before a word; that of Chinese and Japanese has its own blank.
 */
export function colonIn(tag: string): ": " | "：" {
  return WIDE_COLON.has(scriptOf(tag)?.script ?? "") ? "：" : ": ";
}

const WIDE_COLON = new Set(["Hans", "Hant", "Jpan"]);

/** Returns the blank after a text: wide punctuation has its own. */
export function blankAfter(text: string): "" | " " {
  return text === "" || /[。！？：]$/.test(text) ? "" : " ";
}

/** Joins sentences, with a blank where their languages have one. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce(
    (said, sentence) => (sentence === "" ? said : said + blankAfter(said) + sentence),
    "",
  );
}

/**
 * Returns a time in words of a language: the largest unit that gives a whole number. As in the
 * texts, Chinese has a blank before the unit and Japanese has none; `Intl` mixes them.
 */
export function timeIn(tag: string, ms: number): string {
  const [unit, length] = UNITS.find(([, size]) => ms % size === 0) ?? (["second", 1000] as const);
  const options = { style: "unit", unit, unitDisplay: "long" } as const;
  const time = new Intl.NumberFormat(tag, options).format(ms / length);
  const blank = scriptOf(tag)?.script === "Jpan" ? "" : " ";
  return time.replace(/(?<=\d) ?(?=\p{Script=Han})/u, blank);
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** The fonts that systems have for the scripts of East Asia, from which browsers choose wrongly. */
const FONTS: Readonly<Record<string, string>> = {
  Hans: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC"',
  Hant: '"PingFang HK","Microsoft JhengHei","Noto Sans CJK HK"',
  Jpan: '"Hiragino Sans","Yu Gothic",Meiryo,"Noto Sans CJK JP"',
  Kore: '"Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR"',
};

/** Returns the styles of a language's letters; Korean breaks its lines between words. */
export function fontStyles(tag: string): string {
  const script = scriptOf(tag)?.script ?? "";
  const fonts = FONTS[script];
  if (fonts === undefined) return "";
  const breaks = script === "Kore" ? "word-break:keep-all;" : "";
  return `:root{font-family:system-ui,${fonts},sans-serif;${breaks}}`;
}
