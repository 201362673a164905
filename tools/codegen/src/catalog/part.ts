import { filterMembers } from "../std/filter-members.js";
import { memoizeByJson } from "../std/memoize-by-json.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import type { Catalog } from "./catalog.js";
import { codesOf, type Entry, isErrorEntry, type Source } from "./entry.js";
import { type Locale, withoutTexts } from "./locale.js";
import type { Manifest } from "./manifest.js";
import { identifiable } from "./successor.js";

/**
 * Returns the catalog of those entries that are inside. Nothing in it is about another one: neither
 * texts, nor evidence, nor what entries and the manifest say of it.
 */
export function partOf(catalog: Catalog, isInside: (entry: Entry) => boolean): Catalog {
  const outside = catalog.entries.filter((entry) => !isInside(entry));
  if (outside.length === 0) return catalog;
  const hidden = setOf(outside.map(({ name }) => name));
  const isShown = (name: string) => !hidden.has(name);
  const entries = catalog.entries
    .filter((entry) => !hidden.has(entry.name))
    .map((entry) => withReferences(entry, isShown));
  const { releasedNames, releasedSunsets } = catalog;
  return {
    ...catalog,
    manifest: withoutEditing(catalog.manifest),
    entries,
    locales: catalog.locales.map((locale) => withoutNames(locale, hidden)),
    releasedNames: releasedNames.filter(isShown),
    releasedSunsets: filterMembers(releasedSunsets, isShown),
    evidence: withoutLines(catalog.evidence, entries, outside),
    sharedCodes: findSharedCodes(catalog, entries, hidden),
    isPart: true,
  };
}

type Names = ReadonlySet<string>;

/** The same set while the names are the same, so that what is remembered of it holds. */
const setOf = memoizeByJson((names: readonly string[]): Names => new Set(names));

/** A locale without the texts of some entries, and without what its editors ask. */
const withoutNames = memoizeByObject((locale: Locale, hidden: Names): Locale => {
  const { questions: _, ...others } = withoutTexts(locale, (name) => hidden.has(name));
  return others;
});

/** Returns an entry that refers to no other one but those that are kept. */
export function withReferences<E extends Entry>(entry: E, isKept: (name: string) => boolean): E {
  const { alike, retired, ...rest } = { alike: undefined, ...entry };
  const others = alike?.filter(isKept);
  const replacedBy = retired?.replacedBy;
  const isRetiredFor = replacedBy !== undefined && !isKept(replacedBy);
  if (others?.length === alike?.length && !isRetiredFor) return entry;
  const { replacedBy: _, ...retirement } = retired ?? { since: "", reason: "" };
  return {
    ...rest,
    ...(others !== undefined && others.length > 0 && { alike: others }),
    ...(retired && { retired: isRetiredFor ? retirement : retired }),
  } as E;
}

/** A manifest without what it says for those who edit the catalog: there are names in it. */
const withoutEditing = memoizeByObject(
  ({ ranges: _, retirement: _r, subsets: _s, tags, ...rest }: Manifest): Manifest => {
    if (tags === undefined) return rest;
    const meanings = Object.entries(tags).map(([name, { description }]) => [name, { description }]);
    return { ...rest, tags: Object.fromEntries(meanings) };
  },
);

/** The documents, with an empty line in place of each that only entries outside cite. */
function withoutLines(
  evidence: Catalog["evidence"],
  entries: readonly Entry[],
  outside: readonly Entry[],
): Catalog["evidence"] {
  const cited = new Set(entries.flatMap(citedLines));
  const hidden = outside.flatMap(citedLines).filter((line) => !cited.has(line));
  const lines = new Map<string, Set<number>>();
  for (const [document, line] of hidden.map((key) => JSON.parse(key) as [string, number]))
    lines.set(document, (lines.get(document) ?? new Set()).add(line));
  return Object.fromEntries(
    Object.entries(evidence).map(([document, all]) => {
      const empty = lines.get(document);
      return [
        document,
        empty === undefined ? all : all.map((text, at) => (empty.has(at + 1) ? "" : text)),
      ];
    }),
  );
}

function citedLines({ sources, aliases, variants, from }: Entry): readonly string[] {
  // The documents that an imported entry cites are its owner's.
  if (from !== undefined) return [];
  const all: readonly Source[] = [
    ...sources,
    ...[...aliases, ...variants].flatMap((each) => each.sources),
  ];
  return all.flatMap(({ document, line, lastLine = line }) =>
    Array.from({ length: lastLine - line + 1 }, (_, at) => JSON.stringify([document, line + at])),
  );
}

function findSharedCodes(
  { entries: all, sharedCodes = [] }: Catalog,
  inside: readonly Entry[],
  hidden: Names,
): readonly string[] {
  const others = new Set([
    ...sharedCodes,
    ...identifiable(all)
      .filter(({ name }) => hidden.has(name))
      .flatMap(codesOf),
  ]);
  const codes = inside.filter(isErrorEntry).flatMap(codesOf);
  return [...new Set(codes)].filter((code) => others.has(code));
}

/** Whether a code of a part, as text or as a number, is one of errors outside too. */
export function isShared({ sharedCodes = NONE }: Catalog, code: string | number): boolean {
  return formsOf(sharedCodes).has(code);
}

const NONE: readonly string[] = [];

/** Each code as a text and, where that is one, as a number. */
const formsOf = memoizeByObject((codes: readonly string[]): ReadonlySet<string | number> => {
  const numbers = codes.filter((code) => /^-?\d+$/.test(code)).map(Number);
  return new Set<string | number>([...codes, ...numbers]);
});
