import { memoizeByText } from "../std/memoize-by-text.js";

/**
 * Returns a tag in the form that BCP 47 prefers: `pt-BR` for `pt_br`. Undefined for what is not a
 * tag.
 */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/** Whether a tag is BCP 47, in the form that the standard prefers. */
export function isCanonicalTag(tag: string): boolean {
  return canonicalTag(tag) === tag;
}

/** Returns a locale's name in English. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}

/** The language and the script of a tag. */
interface Script {
  readonly language: string;
  readonly script?: string | undefined;
}

/**
 * Returns the language and script of a tag. The script is the usual one of the language, if the tag
 * does not say. Undefined for what is not a tag.
 */
export const scriptOf: (tag: string) => Script | undefined = memoizeByText((tag) => {
  if (!isCanonicalTag(tag)) return undefined;
  const { language, script } = new Intl.Locale(tag).maximize();
  return { language, script };
});

/** Whether a tag is English: `en`, `en-GB`. */
export function isEnglish(tag: string): boolean {
  return scriptOf(tag)?.language === "en";
}

/** Returns the tag of a language's pseudo-locale: `en-XA`, as in Android and Chromium. */
export function pseudoTag(sourceLocale: string): string {
  return `${sourceLocale.split("-")[0]}-XA`;
}
