/** Whether a tag is BCP 47, written in the one way that the standard prefers. */
export function isCanonicalTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** A locale's name in English. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}

/** Language and script of a tag, with the script that the language is usually written in; undefined for what is no tag. */
export function scriptOf(
  tag: string,
): { readonly language: string; readonly script?: string | undefined } | undefined {
  return isCanonicalTag(tag) ? new Intl.Locale(tag).maximize() : undefined;
}

/** The tag of the pseudo-locale of a language: `en-XA`, as in Android and Chromium. */
export function pseudoTag(sourceLocale: string): string {
  return `${sourceLocale.split("-")[0]}-XA`;
}
