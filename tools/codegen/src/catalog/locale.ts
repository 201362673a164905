/** How far texts can be trusted, and what they were made from. */
export interface Review {
  readonly status: "machine" | "translated" | "reviewed" | "final";
  /** The hash of what was translated. If the source has another one, the texts are stale. */
  readonly sourceHash: string;
  /** The checks that the texts are excused from. */
  readonly allow?: readonly TextCheck[];
}

/** The texts of one failure in one locale: of an entry, or of one of the general failures. */
export interface Translation extends Review {
  /** For the head of a message: not a sentence. */
  readonly title: string;
  readonly message: string;
  /** The message without its params, for a response whose params could not be read. */
  readonly paramless?: string;
  readonly description: string;
  /** The words for the values of params, by param and value. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** One sentence for each outcome: the same for every failure. */
export interface OutcomeTexts extends Review, Readonly<Record<OutcomeKey, string>> {}

/** An outcome; for a rejected request that has to be reconciled, the fourth. */
export type OutcomeKey = (typeof OUTCOME_KEYS)[number];

/** The outcomes that a locale has a sentence for, in the order in which they are written. */
export const OUTCOME_KEYS = ["rejected", "rejected-after-reconcile", "unknown", "applied"] as const;

/** What the developer of a client should know about an error, beside what its users read. */
export interface DeveloperText extends Review {
  readonly text: string;
}

/** The checks of texts that one entry may be excused from. */
export type TextCheck = "untranslated" | "overlong" | "terms" | "script" | "spacing";

/** The texts of one locale. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  /** By entry name, or by the name of a general failure. */
  readonly translations: Readonly<Record<string, Translation>>;
  readonly outcomes?: OutcomeTexts;
  /** By entry name. No locale needs any. */
  readonly developer?: Readonly<Record<string, DeveloperText>>;
  /** What is open, for the native speakers who read the texts. */
  readonly questions?: readonly string[];
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

/** Returns one locale; without any text if the catalog does not have it. */
export function localeOf(
  { locales }: { readonly locales: readonly Locale[] },
  tag: string,
): Locale {
  return locales.find((locale) => locale.tag === tag) ?? { tag, translations: {} };
}
