/** A tag in the form that BCP 47 prefers (`pt_br` becomes `pt-BR`); undefined for what is not a tag. */
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

/** A locale's name in English. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}

/** Language and script of a tag, with the script that the language is usually written in; undefined for what is not a tag. */
export function scriptOf(
  tag: string,
): { readonly language: string; readonly script?: string | undefined } | undefined {
  return isCanonicalTag(tag) ? new Intl.Locale(tag).maximize() : undefined;
}

/** The tag of the pseudo-locale of a language: `en-XA`, as in Android and Chromium. */
export function pseudoTag(sourceLocale: string): string {
  return `${sourceLocale.split("-")[0]}-XA`;
}
