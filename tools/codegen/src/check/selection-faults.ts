import type { Catalog } from "../catalog/catalog.js";
import { isErrorEntry } from "../catalog/entry.js";
import { parseSpan } from "../catalog/range.js";
import { partsOf, type SelectionPart } from "../catalog/select-entries.js";
import type { Selection } from "../catalog/subset-model.js";
import { indexTexts } from "../catalog/text-index.js";
import { didYouMean } from "../problem/did-you-mean.js";

/** A fault of one word of a selection. */
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
  return partsOf(selection).flatMap((part) => {
    const find = createFaultFinder(catalog, part);
    return (selection[part] ?? []).flatMap((word, index) => {
      const fault = find(word);
      return fault === undefined ? [] : [{ path: [part, index] as const, ...fault }];
    });
  });
}

type Fault = Pick<SelectionFault, "message" | "hint">;

function createFaultFinder(
  catalog: Catalog,
  part: SelectionPart,
): (word: string) => Fault | undefined {
  const { categories, tags = {} } = catalog.manifest;
  if (part === "names" || part === "codes") return createTextFinder(catalog, part);
  const [what, declared] =
    part === "categories"
      ? (["category", Object.keys(categories)] as const)
      : (["tag", Object.keys(tags)] as const);
  return (word) => findUndeclared(what, word, declared);
}

function createTextFinder(
  { entries, complete }: Catalog,
  part: "names" | "codes",
): (word: string) => Fault | undefined {
  const what = part === "names" ? "name" : "code";
  const known = entries.filter(isErrorEntry).map((error) => error[what]);
  const isKnown = indexTexts(known);
  return (word) => {
    const span = parseSpan(word);
    const quoted = JSON.stringify(word);
    if (part === "codes" && typeof span === "string") return { message: `${quoted}: ${span}` };
    if (!complete || (typeof span !== "string" && isKnown(span))) return undefined;
    return { message: `no entry has the ${what} ${quoted}`, hint: didYouMean(word, known) };
  };
}

/** Examples of declarations in the manifest. */
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
