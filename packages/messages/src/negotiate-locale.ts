import { type Locale, locales, sourceLocale } from "./generated/locales.js";

/**
 * Chooses the locale that suits the reader best, from BCP 47 tags in the order of preference, or from the value of an
 * `Accept-Language` header with its weights. Script decides before region: Simplified Chinese never stands in for
 * Traditional, nor the reverse. Underscores and the old Windows tags are understood, and what is no tag is passed
 * over. Where nothing suits, it is the source locale. It never throws.
 *
 * @example
 * negotiateLocale(navigator.languages);
 * negotiateLocale(["zh-MO", "en"]); // "zh-Hant-HK"
 * negotiateLocale("fr, ja;q=0.5, ko;q=0.8"); // "ko"
 */
export function negotiateLocale(requested: string | readonly string[] | null | undefined): Locale {
  const available = locales.map((tag) => ({ tag, ...maximize(tag) }));
  for (const range of rangesOf(requested)) {
    if (range === "*") return sourceLocale;
    const wanted = maximize(range);
    if (wanted === undefined) continue;
    const speakers = available.filter(
      ({ language, script }) => language === wanted.language && script === wanted.script,
    );
    const best = speakers.find(({ region }) => region === wanted.region) ?? speakers[0];
    if (best !== undefined) return best.tag;
  }
  return sourceLocale;
}

/** The ranges in the order of their weights, without those of weight 0 and those whose weight is malformed. */
function rangesOf(requested: string | readonly string[] | null | undefined): readonly string[] {
  return [requested ?? []]
    .flat()
    .flatMap((value) => String(value).split(","))
    .map((item) => {
      const [range = "", ...options] = item.split(";").map((part) => part.trim());
      const weight = options.find((option) => /^q\s*=/i.test(option)) ?? "q=1";
      const [, value] = /^q\s*=\s*(0(?:\.\d*)?|1(?:\.0*)?)$/i.exec(weight) ?? [];
      return { range, weight: Number(value ?? 0) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}

interface Maximized {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
}

/** Tags that `Intl` rejects or reads otherwise than their users mean them. */
const LEGACY: Readonly<Record<string, string>> = { chs: "zh-Hans", cht: "zh-Hant" };

/** The languages that ISO 639-3 counts to Chinese: their speakers read the Chinese texts of their script. */
const CHINESE = "cdo cjy cmn cnp cpx csp czh czo gan hak hsn lzh mnp nan wuu yue".split(" ");

function maximize(tag: string): Maximized | undefined {
  try {
    // `zh-yue` is the older way to say `yue`, and `Intl` rejects it.
    const cleaned = tag.replaceAll("_", "-").replace(/^zh-(?=[a-z]{3}(?:-|$))/i, "");
    const { language, script, region } = new Intl.Locale(
      LEGACY[cleaned.toLowerCase()] ?? cleaned,
    ).maximize();
    return {
      language: CHINESE.includes(language) ? "zh" : language,
      // Korean in Hangul alone reads what is written in the Korean script, which has Hanja too.
      script: script === "Hang" ? "Kore" : script,
      region,
    };
  } catch {
    return undefined;
  }
}
