/** One entry's texts in one locale. */
export interface Translation {
  readonly message: string;
  readonly description: string;
  readonly status: "machine" | "translated" | "reviewed" | "final";
  /** The hash of what was translated. If the source has another one, the text is stale. */
  readonly sourceHash: string;
  /** The checks that the texts are excused from. */
  readonly allow?: readonly TextCheck[];
}

/** The checks of texts that one entry may be excused from. */
export type TextCheck = "untranslated" | "overlong" | "terms" | "script" | "spacing";

/** The texts of one locale, by entry name. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  readonly translations: Readonly<Record<string, Translation>>;
}

/** What the locales call the terms of the field, and must not call them. */
export interface Glossary {
  /** Each term in the source language; by locale, the word to use and the words to avoid. */
  readonly terms: readonly {
    readonly term: string;
    readonly locales: Readonly<
      Record<string, { readonly use: string; readonly never?: readonly string[] }>
    >;
  }[];
  /** By locale, characters that are right although the tables count them as the other script's. */
  readonly characters?: Readonly<Record<string, string>>;
}

/** Returns the texts of one locale by entry name; empty if the catalog has no such locale. */
export function translationsIn(
  { locales }: { readonly locales: readonly Locale[] },
  tag: string,
): Locale["translations"] {
  return locales.find((locale) => locale.tag === tag)?.translations ?? {};
}
