import { isDeepStrictEqual } from "node:util";
import { fits, formsOf } from "../catalog/compare-messages.js";
import { type Entry, wordingsOf } from "../catalog/entry.js";
import { namesAmong, splitTemplate, unquote, withoutFinalStop } from "../catalog/template.js";
import { type Change, toChange, toListChanges } from "./change.js";
import { isEqual } from "./is-equal.js";

/**
 * Finds what changed in the wordings of an entry: by the texts that they recognize, and by the
 * values that are read from these. A message may become a variant, and a variant the message.
 */
export function compareWordings(before: Entry, after: Entry): Change[] {
  if (isDeepStrictEqual(before.variants, after.variants) && before.message === after.message)
    return [];
  const [former, current] = [wordingsOf(before), wordingsOf(after)];
  const forms = new Map([...former, ...current].map((each) => [each, formsOf(each)]));
  // A value is any text: here, one that no wording has.
  const textsOf = (wording: string) => forms.get(wording)?.map((form) => form.join("\u0000")) ?? [];
  const readerOf = (text: string, wordings: readonly string[]) =>
    wordings.find((each) => forms.get(each)?.some((form) => fits(text, form)));
  const unread = (wordings: readonly string[], others: readonly string[]) =>
    wordings.filter((each) => textsOf(each).some((text) => readerOf(text, others) === undefined));

  const [removed, added] = [unread(former, current), unread(current, former)];
  const reread = new Map<string, Change>();
  for (const text of [...former, ...current].flatMap(textsOf)) {
    const [one, other] = [readerOf(text, former), readerOf(text, current)];
    if (one === undefined || other === undefined || readsAlike(one, other)) continue;
    reread.set(`${one}\n${other}`, toChange(after, "params", one, other, "params-changed"));
  }
  return [...compareTexts(before, after, removed, added), ...reread.values()];
}

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

/** Whether the values that one wording reads are read by another as well. */
function readsAlike(one: string, other: string): boolean {
  const [mine, its] = [unquote(withoutFinalStop(one)), unquote(withoutFinalStop(other))];
  const shapeOf = (wording: string, literals: readonly string[]) =>
    JSON.stringify([namesAmong(splitTemplate(wording)), literals]);
  return (
    shapeOf(one, mine.literals) === shapeOf(other, its.literals) &&
    // Where a wording has no quotation marks, those of a text are a part of the value.
    mine.quotes.every((marks, index) => marks === "" || its.quotes[index] !== "")
  );
}
