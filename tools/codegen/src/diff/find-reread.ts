import { isDeepStrictEqual } from "node:util";
import { type Form, fits, formsOf } from "../catalog/compare-messages.js";
import { type Entry, wordingsOf } from "../catalog/entry.js";
import { namesAmong, splitTemplate, unquote, withoutFinalStop } from "../catalog/template.js";
import { type Change, toChange } from "./change.js";

/**
 * Finds the wordings of an entry from whose texts other values are read than before: wordings are
 * tried in their order, and one that comes first now fits these texts too.
 */
export function findReread(before: Entry, after: Entry): Change[] {
  const [former, current] = [wordingsOf(before), wordingsOf(after)];
  if (isDeepStrictEqual(former, current)) return [];
  const forms = new Map([...former, ...current].map((each) => [each, formsOf(each)]));
  return former.flatMap((wording) => {
    if (!current.includes(wording)) return [];
    const [one, other] = [readerOf(wording, former, forms), readerOf(wording, current, forms)];
    return readsAlike(one, other) ? [] : [toChange(after, "params", one, other, "params-changed")];
  });
}

/** Returns the first of some wordings that fits the texts of one of them. */
function readerOf(
  wording: string,
  wordings: readonly string[],
  forms: ReadonlyMap<string, readonly Form[]>,
): string {
  // A value is any text: here, one that no wording has.
  const texts = forms.get(wording)?.map((form) => form.join("\u0000")) ?? [];
  const isFitting = (each: string) =>
    forms.get(each)?.some((form) => texts.some((text) => fits(text, form)));
  return wordings.find((each) => each === wording || isFitting(each)) ?? wording;
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
