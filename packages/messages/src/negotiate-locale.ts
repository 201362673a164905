import { type Locale, locales, sourceLocale } from "./generated/locales.js";

/**
 * Chooses the locale that suits the reader best, from BCP 47 tags in the order of preference. Script decides before
 * region: Simplified Chinese never stands in for Traditional, nor the reverse. Underscores and the old Windows tags
 * are understood, and what is no tag is passed over. Where nothing suits, it is the source locale.
 *
 * @example
 * negotiateLocale(["zh-MO", "en"]); // "zh-Hant-HK"
 */
export function negotiateLocale(requested: string | readonly string[] | undefined): Locale {
  const available = locales.map((tag) => ({ tag, ...maximize(tag) }));
  for (const tag of typeof requested === "string" ? [requested] : (requested ?? [])) {
    const wanted = maximize(tag);
    if (wanted === undefined) continue;
    const speakers = available.filter(
      ({ language, script }) => language === wanted.language && script === wanted.script,
    );
    const best = speakers.find(({ region }) => region === wanted.region) ?? speakers[0];
    if (best !== undefined) return best.tag;
  }
  return sourceLocale;
}

interface Maximized {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
}

/** Tags that `Intl` rejects or reads otherwise than their users mean them. */
const LEGACY: Readonly<Record<string, string>> = { "zh-chs": "zh-Hans", "zh-cht": "zh-Hant" };

function maximize(tag: string): Maximized | undefined {
  try {
    const cleaned = String(tag).trim().replaceAll("_", "-");
    const { language, script, region } = new Intl.Locale(
      LEGACY[cleaned.toLowerCase()] ?? cleaned,
    ).maximize();
    // Written Cantonese reads the Chinese texts of Hong Kong.
    return language === "yue" ? { language: "zh", script, region } : { language, script, region };
  } catch {
    return undefined;
  }
}
