import { type Entry, type ErrorEntry, isErrorEntry } from "./entry.js";
import type { Manifest } from "./manifest.js";
import { spansOf } from "./range.js";
import { indexSpans } from "./span-index.js";
import type { Selection } from "./subset-model.js";

/** A member of a selection. */
export type SelectionPart = keyof Selection;

/** Readers of an entry's values, by the part of a selection. */
const PARTS: Readonly<Record<SelectionPart, (entry: ErrorEntry) => readonly string[]>> = {
  names: ({ name }) => [name],
  codes: ({ code }) => [code],
  categories: ({ category }) => [category],
  tags: ({ tags = [] }) => tags,
};

/** The members that a selection has, in their order. */
export function partsOf(selection: Selection): readonly SelectionPart[] {
  return (Object.keys(PARTS) as SelectionPart[]).filter((part) => selection[part] !== undefined);
}

/** Returns a function that says whether an error is selected; without any member, none is. */
export function createSelector(selection: Selection): (entry: ErrorEntry) => boolean {
  const tests = partsOf(selection).map((part) => {
    const isOne = createTest(part, selection[part]);
    return (entry: ErrorEntry) => PARTS[part](entry).some(isOne);
  });
  return (entry) => tests.some((test) => test(entry));
}

/** Names and codes are given as in ranges, categories and tags one by one. */
function createTest(part: SelectionPart, texts: readonly string[] = []): (text: string) => boolean {
  if (part === "categories" || part === "tags") {
    const words = new Set(texts);
    return (text) => words.has(text);
  }
  const spans = indexSpans(spansOf(texts));
  return (text) => spans.find(text) !== undefined;
}

/** Returns the entries with the tags that the manifest gives them by rule, after their own. */
export function addTags(entries: readonly Entry[], { tags = {} }: Manifest): readonly Entry[] {
  const rules = Object.entries(tags).map(([tag, rule]) => [tag, createSelector(rule)] as const);
  if (rules.length === 0) return entries;
  return entries.map((entry) => {
    if (!isErrorEntry(entry)) return entry;
    const { tags: own = [] } = entry;
    const given = rules.flatMap(([tag, isGiven]) =>
      !own.includes(tag) && isGiven(entry) ? [tag] : [],
    );
    return given.length === 0 ? entry : { ...entry, tags: [...own, ...given] };
  });
}
