import type { Locale, TextCheck, Translation } from "../catalog/locale.js";
import type { Places } from "../load/places.js";
import type { Location } from "../problem/problem.js";

/** One text of one locale. */
export interface LocaleText {
  /** The locale's tag. */
  readonly tag: string;
  /** The name of the entry that the text belongs to. */
  readonly name: string;
  readonly field: "message" | "description";
  readonly text: string;
  /** All that the locale says of the entry. */
  readonly translation: Translation;
  /** Finds the text in its file. */
  readonly place: () => Location;
}

const FIELDS = ["message", "description"] as const;

/** Yields every text of some locales, except those that are excused from a check. */
export function* eachText(
  locales: readonly Locale[],
  places: Places,
  check?: TextCheck,
): Generator<LocaleText> {
  for (const { tag, translations } of locales) {
    for (const [name, translation] of Object.entries(translations)) {
      if (check !== undefined && translation.allow?.includes(check)) continue;
      for (const field of FIELDS) {
        const place = () => places.locale(tag, [name, field]);
        yield { tag, name, field, text: translation[field], translation, place };
      }
    }
  }
}

/** The end of a hint: how an editor excuses an entry's texts from a check. */
export function howToAllow(check: TextCheck): string {
  return `allow it for this entry in its locale's file: "allow": ["${check}"]`;
}
