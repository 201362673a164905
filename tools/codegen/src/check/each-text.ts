import type { Locale, TextCheck } from "../catalog/locale.js";
import {
  kindOfField,
  nameOfUnit,
  pathOfText,
  type TextKind,
  type TextUnit,
  unitsOf,
} from "../catalog/text-unit.js";
import type { Places } from "../load/places.js";
import type { Problem } from "../problem/problem.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import type { Report } from "./rule.js";

/** One text of one locale. */
export interface LocaleText {
  /** The locale's tag. */
  readonly tag: string;
  /** The entry or general failure that the text is about; `outcomes` for those of outcomes. */
  readonly name: string;
  /** The purpose of the text. */
  readonly kind: TextKind;
  /** The name of the text in its unit: `message`, `values_interval_SECOND`, `applied`. */
  readonly field: string;
  readonly text: string;
  /** The unit that the text is part of, by its name in the locale. */
  readonly unit: string;
  /** All texts of the unit. */
  readonly texts: TextUnit["texts"];
}

/** Yields every text of a locale, except those that are excused from a check. */
export function* eachText(locale: Locale, check?: TextCheck): Generator<LocaleText> {
  const { tag } = locale;
  for (const [unit, { texts, allow }] of unitsOf(locale)) {
    if (check !== undefined && allow?.includes(check)) continue;
    for (const [field, text] of Object.entries(texts)) {
      const [name, kind] = [nameOfUnit(unit), kindOfField(unit, field)];
      yield { tag, name, kind, field, text, unit, texts };
    }
  }
}

/** A fault in a text. */
export interface TextFault extends Pick<Problem, "message" | "hint"> {
  readonly text: LocaleText;
  readonly severity?: Problem["severity"];
}

/** Remembers what is wrong with a locale's texts: most edits leave most locales unchanged. */
export function rememberFaults<Args extends readonly [Locale, ...unknown[]]>(
  find: (...args: Args) => Iterable<TextFault>,
): (...args: Args) => readonly TextFault[] {
  return memoizeByObject((...args: Args) => [...find(...args)]);
}

/** Reports what is wrong with texts, each at its place. */
export function reportTexts(faults: Iterable<TextFault>, report: Report, places: Places): void {
  for (const { text, message, ...options } of faults)
    report(places.locale(text.tag, pathOfText(text.unit, text.field)), message, options);
}

/** The end of a hint: how an editor excuses an entry's texts from a check. */
export function howToAllow(check: TextCheck): string {
  return `allow it for this entry in its locale's file: "allow": ["${check}"]`;
}
