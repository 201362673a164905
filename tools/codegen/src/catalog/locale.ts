/** One entry's texts in one locale. */
export interface Translation {
  readonly message: string;
  readonly description: string;
  readonly status: "machine" | "translated" | "reviewed" | "final";
  /** The hash of what was translated; another hash than the source's marks the translation stale. */
  readonly sourceHash: string;
  /** The checks that this entry's texts are excused from. */
  readonly allow?: readonly TextCheck[];
}

/** What is checked of a text, and may be allowed for one entry. */
export type TextCheck = "untranslated" | "overlong" | "terms" | "script" | "spacing";

/** The texts of one locale, by entry name. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  readonly translations: Readonly<Record<string, Translation>>;
}

/** What the locales call the terms of the field. */
export interface Glossary {
  /** Each term in English, and by locale what it is called there, and the words that must not stand for it. */
  readonly terms: readonly {
    readonly term: string;
    readonly locales: Readonly<
      Record<string, { readonly use: string; readonly never?: readonly string[] }>
    >;
  }[];
  /** By locale: the characters that are right in its texts although the tables count them to the other script. */
  readonly characters?: Readonly<Record<string, string>>;
}

/** The texts of one locale, by entry name; empty where the catalog has no such locale. */
export function translationsIn(
  { locales }: { readonly locales: readonly Locale[] },
  tag: string,
): Locale["translations"] {
  return locales.find((locale) => locale.tag === tag)?.translations ?? {};
}
