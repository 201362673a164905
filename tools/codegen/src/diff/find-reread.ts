import { isDeepStrictEqual } from "node:util";
import { fits, formsOf } from "../catalog/compare-messages.js";
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
  const readerOf = (text: string, wordings: readonly string[]) =>
    wordings.find((each) => forms.get(each)?.some((form) => fits(text, form))) ?? text;
  return former.flatMap((wording) => {
    if (!current.includes(wording)) return [];
    // A value is any text: here, one that no wording has.
    const texts = forms.get(wording)?.map((form) => form.join("\u0000")) ?? [];
    const readers = texts.map((text) => [readerOf(text, former), readerOf(text, current)] as const);
    const [changed] = readers.filter(([one, other]) => !readsAlike(one, other));
    return changed === undefined ? [] : [toChange(after, "params", ...changed, "params-changed")];
  });
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
