import { type Locale, locales, sourceLocale } from "./generated/locales.js";

/**
 * Chooses the locale that suits the reader best, from BCP 47 tags in the order of preference, or
 * from the value of an `Accept-Language` header with its weights. Script decides before region:
 * Simplified Chinese never stands in for Traditional, nor the reverse. Underscores and the old
 * Windows tags are understood, and what is not a tag is passed over. Where nothing suits, it is the
 * source locale. It never throws.
 *
 * @example
 * negotiateLocale(navigator.languages);
 * negotiateLocale(request.headers["accept-language"]);
 */
export function negotiateLocale(requested: string | readonly string[] | null | undefined): Locale {
  const ranges = rangesOf(requested);
  for (const { range, weight } of ranges) {
    if (weight === 0) break;
    if (range === "*") {
      const refused = ranges
        .filter((other) => other.weight === 0)
        .map((other) => find(other.range));
      return [sourceLocale, ...locales].find((tag) => !refused.includes(tag)) ?? sourceLocale;
    }
    const found = find(range);
    if (found !== undefined) return found;
  }
  return sourceLocale;
}

/** More than any reader's list has: a header of megabytes is an attack. */
const MAX_RANGES = 100;

/** Longer than any tag with its weight. */
const MAX_LENGTH = 100;

/** The ranges in the order of their weights, without those whose weight is malformed. */
function rangesOf(
  requested: string | readonly string[] | null | undefined,
): readonly { readonly range: string; readonly weight: number }[] {
  return textsOf(requested)
    .flatMap((value) => value.split(",", MAX_RANGES))
    .slice(0, MAX_RANGES)
    .filter((item) => item.length <= MAX_LENGTH)
    .map((item) => {
      const [range = "", ...options] = item.split(";").map((part) => part.trim());
      const weight = options.find((option) => /^q\s*=/i.test(option)) ?? "q=1";
      const [, value] = /^q\s*=\s*(0(?:\.\d*)?|1(?:\.0*)?)$/i.exec(weight) ?? [];
      return { range, weight: Number(value) };
    })
    .filter(({ weight }) => !Number.isNaN(weight))
    .sort((a, b) => b.weight - a.weight);
}

/** Returns the texts in a request, whatever came: a list may be longer than memory, or a proxy. */
function textsOf(requested: unknown): readonly string[] {
  try {
    const values: readonly unknown[] = Array.isArray(requested)
      ? Array.prototype.slice.call(requested, 0, MAX_RANGES)
      : [requested];
    return values.filter((value): value is string => typeof value === "string");
  } catch {
    return [];
  }
}

/** The locales that have a bundle, maximized; made when the first reader comes. */
let available: readonly ({ readonly tag: Locale } & Maximized)[] | undefined;

/** The locale for one tag, if there is one. */
function find(tag: string): Locale | undefined {
  const wanted = maximize(tag);
  if (wanted === undefined) return undefined;
  available ??= locales.flatMap((tag) => {
    const maximized = maximize(tag);
    return maximized === undefined ? [] : [{ tag, ...maximized }];
  });
  const speakers = available.filter(
    ({ language, script }) => language === wanted.language && script === wanted.script,
  );
  return (speakers.find(({ region }) => region === wanted.region) ?? speakers[0])?.tag;
}

interface Maximized {
  readonly language: string;
  readonly script?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * Chinese, and the languages that ISO 639-3 counts to it: their speakers read the Chinese texts of
 * their script.
 */
const CHINESE =
  /* @__PURE__ */ "cdo cjy cmn cnp cpx csp czh czo gan hak hsn lzh mnp nan wuu yue zh".split(" ");

/** The regions with Traditional Chinese characters, whichever language a tag names. */
const TRADITIONAL = ["TW", "HK", "MO"];

function maximize(tag: string): Maximized | undefined {
  // Windows wrote `zh-CHT`. `zh-yue` is the older way to say `yue`, and `Intl` rejects it.
  const cleaned = tag.replaceAll("_", "-").replace(/^zh-ch([st])(?=-|$)/i, "zh-Han$1");
  for (const form of [cleaned, cleaned.replace(/^zh-(?:min-)?/i, "")]) {
    try {
      const { said, likely } = readTag(form);
      const { language, script, region } = likely;
      const isChinese = CHINESE.includes(language);
      // Whether a runtime expects Traditional of `nan-TW` depends on its version.
      if (isChinese && said.script === undefined && TRADITIONAL.includes(said.region ?? ""))
        return { language: "zh", script: "Hant", region };
      return {
        language: isChinese ? "zh" : language,
        // Korean in Hangul alone reads what is written in the Korean script, which has Hanja too.
        script: script === "Hang" ? "Kore" : script,
        region,
      };
    } catch {
      // The next form, or no tag at all.
    }
  }
  return undefined;
}

/** The parts of a tag, those that it says and those that are likely. */
interface TagParts {
  readonly said: Maximized;
  readonly likely: Maximized;
}

/** Reads a tag; throws if it is not one. */
function readTag(tag: string): TagParts {
  // React Native's engine has no `Intl.Locale`.
  if (!globalThis.Intl?.Locale) return readSubtags(tag);
  const said = new Intl.Locale(tag);
  return { said, likely: said.maximize() };
}

const SUBTAGS = /^([a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?=-|$)/;

/** Does the same without the tables of `Intl`: of likely scripts it knows only the Chinese ones. */
function readSubtags(tag: string): TagParts {
  const [, language, named, region] = SUBTAGS.exec(tag.toLowerCase()) ?? [];
  if (language === undefined) throw new RangeError();
  const script = named?.replace(/^./, (letter) => letter.toUpperCase());
  const said = { language, script, region: region?.toUpperCase() };
  const usual = language === "yue" ? "Hant" : CHINESE.includes(language) ? "Hans" : undefined;
  return { said, likely: { ...said, script: script ?? usual } };
}
