import { filterMembers } from "../std/filter-members.js";

/** The trust that texts deserve, and the text that they were made from. */
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
type OutcomeKey = (typeof OUTCOME_KEYS)[number];

/** The outcomes that a locale has a sentence for, in the order in which they are written. */
export const OUTCOME_KEYS = ["rejected", "rejected-after-reconcile", "unknown", "applied"] as const;

/** A text for developers of clients, beside the texts for users. */
export interface DeveloperText extends Review {
  readonly text: string;
}

/** The names of the catalog and of its categories, for readers. */
export interface CatalogTexts extends Review {
  readonly title: string;
  readonly description: string;
  /** By the name of the category in the manifest. */
  readonly categories?: Readonly<Record<string, CategoryTexts>>;
}

/** The name and the description of a category. */
interface CategoryTexts {
  readonly name: string;
  readonly description: string;
}

/** The checks of texts that one entry may be excused from. */
export type TextCheck =
  | "untranslated"
  | "overlong"
  | "terms"
  | "script"
  | "spacing"
  | "particles"
  | "outcome"
  | "api-words";

/** The texts of one locale. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  /** By entry name, or by the name of a general failure. */
  readonly translations: Readonly<Record<string, Translation>>;
  readonly outcomes?: OutcomeTexts;
  /** No locale needs them. */
  readonly catalog?: CatalogTexts;
  /** By entry name. No locale needs any. */
  readonly developer?: Readonly<Record<string, DeveloperText>>;
  /** Open questions for the native speakers who read the texts. */
  readonly questions?: readonly string[];
}

/** The words of a catalog's texts: those to use, those to avoid, and those kept for a purpose. */
export interface Glossary {
  /** Each term in the source language, and what each locale calls it. */
  readonly terms: readonly {
    readonly term: string;
    readonly locales: Readonly<Record<string, Wording>>;
  }[];
  /** The pages, or files in `evidence/`, where the words were seen, by a short name. */
  readonly sources?: Readonly<Record<string, string>>;
  /** By locale, characters that are right although the tables count them as the other script's. */
  readonly characters?: Readonly<Record<string, string>>;
  /** By locale, the phrases that say what became of a request. */
  readonly outcomeWords?: Readonly<Record<string, OutcomeWords>>;
  /** The words that only developers understand. */
  readonly apiWords?: ApiWords;
}

/** The word of one locale for a term. */
interface Wording {
  readonly use: string;
  /** The words that must not stand for the term. */
  readonly never?: readonly string[];
  /**
   * The name in `sources` of the place where the word to use was seen: the evidence for `never`.
   */
  readonly source?: string;
}

/** The phrases of one language that say what became of a request. */
export interface OutcomeWords {
  /** The message of an unknown outcome has at least one of them. */
  readonly uncertain: readonly string[];
  /** No text of a rejected request has one of them. */
  readonly hedging: readonly string[];
  /** No text of an unknown outcome has one of them. */
  readonly rejecting: readonly string[];
  /** Each description of `after-reconcile` has at least one of them, and no other text has any. */
  readonly reconcile: readonly string[];
}

/** The words of an API that texts for its users must not have. */
export interface ApiWords {
  /** Words in the texts of every locale. */
  readonly everywhere?: readonly string[];
  /** Words that look like identifiers, and are not: the names of companies. */
  readonly except?: readonly string[];
  /** Words in the texts of one locale. */
  readonly locales?: Readonly<Record<string, readonly string[]>>;
}

/** Returns one locale; without any text if the catalog does not have it. */
export function localeOf(
  { locales }: { readonly locales: readonly Locale[] },
  tag: string,
): Locale {
  return locales.find((locale) => locale.tag === tag) ?? { tag, translations: {} };
}

/** Returns a locale without the texts of some entries. */
export function withoutTexts(locale: Locale, isLeftOut: (name: string) => boolean): Locale {
  const { translations, developer, ...rest } = locale;
  const isKept = (name: string) => !isLeftOut(name);
  const others = filterMembers(developer ?? {}, isKept);
  return {
    ...rest,
    translations: filterMembers(translations, isKept),
    ...(Object.keys(others).length > 0 && { developer: others }),
  };
}
