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

/**
 * Returns the language and script of a tag. The script is the usual one of the language, if the tag
 * does not say. Undefined for what is not a tag.
 */
export function scriptOf(
  tag: string,
): { readonly language: string; readonly script?: string | undefined } | undefined {
  return isCanonicalTag(tag) ? new Intl.Locale(tag).maximize() : undefined;
}

/** Returns the tag of a language's pseudo-locale: `en-XA`, as in Android and Chromium. */
export function pseudoTag(sourceLocale: string): string {
  return `${sourceLocale.split("-")[0]}-XA`;
}
