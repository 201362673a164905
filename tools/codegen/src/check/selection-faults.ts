import type { Catalog } from "../catalog/catalog.js";
import { type ErrorEntry, isErrorEntry } from "../catalog/entry.js";
import { parseSpan } from "../catalog/range.js";
import { createSelector, partsOf, type SelectionPart } from "../catalog/select-entries.js";
import type { Selection } from "../catalog/subset-model.js";
import { didYouMean } from "../problem/did-you-mean.js";

/** What is wrong with one word of a selection. */
export interface SelectionFault {
  /** The path of the word in the selection. */
  readonly path: readonly [part: string, index: number];
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Finds the words of a selection that are malformed, not declared, or about no entry. */
export function findSelectionFaults(
  catalog: Catalog,
  selection: Selection,
): readonly SelectionFault[] {
  return partsOf(selection).flatMap((part) =>
    (selection[part] ?? []).flatMap((word, index) => {
      const fault = findFault(catalog, part, word);
      return fault === undefined ? [] : [{ path: [part, index] as const, ...fault }];
    }),
  );
}

type Fault = Pick<SelectionFault, "message" | "hint">;

function findFault(catalog: Catalog, part: SelectionPart, word: string): Fault | undefined {
  const { manifest, entries, complete } = catalog;
  if (part === "categories")
    return findUndeclared("category", word, Object.keys(manifest.categories));
  if (part === "tags") return findUndeclared("tag", word, Object.keys(manifest.tags ?? {}));
  const span = parseSpan(word);
  const quoted = JSON.stringify(word);
  if (part === "codes" && typeof span === "string") return { message: `${quoted}: ${span}` };
  const errors = entries.filter(isErrorEntry);
  if (!complete || errors.some(createSelector({ [part]: [word] }))) return undefined;
  const known = errors.map((error) => textOf(error, part));
  const what = part === "names" ? "name" : "code";
  return { message: `no entry has the ${what} ${quoted}`, hint: didYouMean(word, known) };
}

function textOf({ name, code }: ErrorEntry, part: "names" | "codes"): string {
  return part === "names" ? name : code;
}

/** What the manifest declares, and how it does so. */
const DECLARATIONS = {
  category: (word: string) => `categories: { ${word}: { status: 400, description: ... } }`,
  tag: (word: string) => `tags: { ${word}: { description: ... } }`,
  venue: (word: string) =>
    `venues: { ${word}: its name }, and to the entries listed for it alone: venue: ${word}`,
};

type Declared = keyof typeof DECLARATIONS;

/** Says that a word is not one of those that the manifest declares. */
export function findUndeclared(
  what: Declared,
  word: string,
  declared: readonly string[],
): Fault | undefined {
  if (declared.includes(word)) return undefined;
  const hint = didYouMean(word, declared) ?? listDeclared(what, word, declared);
  return { message: `the ${what} ${JSON.stringify(word)} is not declared`, hint };
}

function listDeclared(what: Declared, word: string, declared: readonly string[]): string {
  return declared.length === 0
    ? `add to catalog.yaml: ${DECLARATIONS[what](word)}`
    : `expected one of ${declared.join(", ")}`;
}
