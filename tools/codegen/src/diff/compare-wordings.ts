import { isDeepStrictEqual } from "node:util";
import { type Form, fits, formsOf, stoplessForms } from "../catalog/compare-messages.js";
import { type Entry, wordingsOf } from "../catalog/entry.js";
import { namesAmong, splitTemplate, unquote } from "../catalog/template.js";
import { type Change, toChange, toListChanges } from "./change.js";
import { isEqual } from "./is-equal.js";

/**
 * Finds what changed in the wordings of an entry: by the texts that they recognize, and by the
 * values that are read from these. A message may become a variant, and a variant the message.
 */
export function compareWordings(before: Entry, after: Entry): Change[] {
  if (isDeepStrictEqual(wordingsOf(before), wordingsOf(after)))
    return compareTexts(before, after, [], []);
  const [former, current] = [toReaders(before), toReaders(after)];
  const readings = new Map<string, Reading>();
  for (const text of [...former, ...current].flatMap(({ texts }) => texts))
    if (!readings.has(text))
      readings.set(text, { one: findReader(text, former), other: findReader(text, current) });
  const unread = (readers: readonly Reader[], side: keyof Reading) =>
    readers
      .filter(({ texts }) => texts.some((text) => readings.get(text)?.[side] === undefined))
      .map(({ wording }) => wording);
  const reread = new Map<string, Change>();
  for (const [text, { one, other }] of readings) {
    if (one === undefined || other === undefined || one.wording === other.wording) continue;
    if (isDeepStrictEqual(readValues(text, one), readValues(text, other))) continue;
    const [from, to] = [one.wording, other.wording];
    reread.set(JSON.stringify([from, to]), toChange(after, "params", from, to, "params-changed"));
  }
  const changes = compareTexts(before, after, unread(former, "other"), unread(current, "one"));
  return [...changes, ...reread.values()];
}

/** A wording, with the forms that its texts have. */
interface Reader {
  readonly wording: string;
  /** Its placeholders; undefined if it lacks some of the message: then no values are read. */
  readonly names: readonly string[] | undefined;
  readonly forms: readonly Form[];
  /** A text of each form, without the final full stop, which none needs. */
  readonly texts: readonly string[];
}

/** The wordings that read a text: of the one state of an entry, and of the other. */
interface Reading {
  readonly one: Reader | undefined;
  readonly other: Reader | undefined;
}

const namesOf = (wording: string) => namesAmong(splitTemplate(wording));

function toReaders(entry: Entry): readonly Reader[] {
  const all = namesOf(entry.message);
  return wordingsOf(entry).map((wording) => {
    const names = namesOf(wording);
    return {
      wording,
      names: names.length === all.length ? names : undefined,
      forms: formsOf(wording),
      texts: stoplessForms(wording).map(toText),
    };
  });
}

/** Returns a text of a form. A value is any text: here, one that no wording has. */
function toText([first = "", ...others]: Form): string {
  const valueAt = (index: number) => String.fromCharCode(PRIVATE_USE + index);
  return others.reduce((text, literal, index) => text + valueAt(index) + literal, first);
}

/** The first of 6,400 characters that mean nothing. */
const PRIVATE_USE = 0xe000;

/** Returns the first wording that a text fits. */
function findReader(text: string, readers: readonly Reader[]): Reader | undefined {
  return readers.find(({ forms }) => forms.some((form) => fits(text, form)));
}

/** Returns the values in a text that fits a wording, by placeholder. */
function readValues(text: string, { wording, names, forms }: Reader): object | null {
  if (names === undefined) return null;
  const [first = "", ...others] = forms.find((form) => fits(text, form)) ?? [];
  const { quotes } = unquote(wording);
  let from = first.length;
  const values = others.map((literal, index) => {
    const isLast = index === others.length - 1;
    const to = isLast ? text.length - literal.length : text.indexOf(literal, from + 1);
    const value = text.slice(from, to);
    from = to + literal.length;
    return [names[index], quotes[index] === "" ? value : value.replace(QUOTED, "$1")];
  });
  return Object.fromEntries(values);
}

/** A value in quotation marks: where a wording has some, a text may have others. */
const QUOTED = /^[\p{QMark}`\u00b4](.+)[\p{QMark}`\u00b4]$/su;

/** Finds the wordings that are no longer recognized, and those that were not. */
function compareTexts(
  before: Entry,
  after: Entry,
  removed: readonly string[],
  added: readonly string[],
): Change[] {
  const variants = toListChanges(
    after,
    "variants",
    removed.filter((text) => text !== before.message),
    added.filter((text) => text !== after.message),
  );
  if (before.message !== after.message) {
    const kind = removed.includes(before.message) ? "wording-removed" : "message-reworded";
    return [toChange(after, "message", before.message, after.message, kind), ...variants];
  }
  if (variants.length > 0 || isEqual(before.variants, after.variants)) return variants;
  return [toChange(after, "variants", before.variants, after.variants, "text-changed")];
}
