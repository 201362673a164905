import { distance } from "fastest-levenshtein";
import { type Entry, type Manifest, type Source, tablesOf } from "../catalog/catalog.js";
import { codeKey } from "../catalog/code-key.js";
import { ownEntries } from "../catalog/own-part.js";
import { wireOf } from "../catalog/wire.js";
import type { Evidence } from "../evidence/evidence-name.js";
import { groupBy } from "../std/group-by.js";
import { hasMessage } from "./description-after.js";
import { type FieldChange, findChanges } from "./find-changes.js";
import type { Row } from "./formats/rows/row.js";
import { comparableText } from "./name-placeholders.js";

/** A row, and the entry that it is. */
export interface Match {
  readonly row: Row;
  readonly entry: Entry;
  readonly changes: readonly FieldChange[];
}

/** The rows of a document beside the entries of a catalog. */
export interface Matches {
  readonly known: readonly Match[];
  /** Rows without an entry. */
  readonly added: readonly Row[];
  /**
   * Documented entries without a row; none if the document is evidence that the catalog has
   * already, and not its newest table.
   */
  readonly unmatched: readonly Entry[];
}

/** The code of a row or an entry, in the form in which codes are compared. */
type KeyOf = (item: { readonly code: string }) => string;

type ChangesOf = (entry: Entry, row: Row) => readonly FieldChange[];

/**
 * Finds the entry of each row: by the line that the entry cites, if the document is evidence
 * already; then by code and text; then by code and the closest text, whose wording has changed.
 */
export function matchRows(
  rows: readonly Row[],
  entries: readonly Entry[],
  manifest: Manifest,
  { document, isKnown }: Evidence,
): Matches {
  const keyOf: KeyOf = ({ code }) => codeKey(code, wireOf(manifest));
  const used = new Set<Entry>();
  const known: Match[] = [];
  // An imported entry is changed only in the catalog that it is from.
  const changesOf: ChangesOf = (entry, row) =>
    entry.from === undefined ? findChanges(entry, row, manifest, isKnown) : [];
  /** Records each row for which an entry is found, and returns the others. */
  const matchBy = (
    candidates: readonly Row[],
    find: (row: Row) => Entry | undefined,
    changes = changesOf,
  ) =>
    candidates.filter((row) => {
      const entry = find(row);
      if (entry === undefined) return true;
      known.push({ row, entry, changes: changes(entry, row) });
      used.add(entry);
      return false;
    });

  const own = ownEntries(entries);
  const cited = isKnown ? findCitations(own, document, keyOf) : new Map<string, Citation[]>();
  const citationsOf = (row: Row) => cited.get(citationKey(row.line, keyOf(row))) ?? [];
  // Where an entry differs from a line that it cites, a person has decided so.
  const uncited = matchBy(
    rows,
    (row) => findCited(row, citationsOf(row)),
    () => [],
  );
  const byCode = groupByCode(entries, keyOf);
  const withCode = (row: Row) => byCode.get(keyOf(row)) ?? [];
  const reworded = matchBy(uncited, (row) => withCode(row).find((entry) => hasMessage(entry, row)));
  const added = matchBy(reworded, (row) => {
    const unused = withCode(row).filter((entry) => !used.has(entry));
    return findClosest(row, unused);
  });
  const isNewest = !isKnown || tablesOf(manifest).at(-1) === document;
  const isMissing = (entry: Entry) =>
    entry.documented && entry.retired === undefined && !used.has(entry);
  const unmatched = isNewest ? own.filter(isMissing) : [];
  return { known: known.sort((a, b) => a.row.line - b.row.line), added, unmatched };
}

/** A line that an entry cites, and the code that it cites it for. */
interface Citation {
  readonly code: string;
  readonly entry: Entry;
  readonly line: number;
}

/** The citations of each line of a document for a code. */
function findCitations(
  entries: readonly Entry[],
  document: string,
  keyOf: KeyOf,
): ReadonlyMap<string, readonly Citation[]> {
  const citations = entries.flatMap((entry) => {
    const cite = (code: string, sources: readonly Source[]): Citation[] =>
      sources
        .filter((source) => source.document === document)
        .map(({ line }) => ({ code: keyOf({ code }), entry, line }));
    return [
      ...cite(entry.code, entry.sources),
      ...entry.aliases.flatMap(({ code, sources }) => cite(code, sources)),
      ...entry.variants.flatMap(({ sources }) => cite(entry.code, sources)),
    ];
  });
  return groupBy(citations, ({ line, code }) => citationKey(line, code));
}

function citationKey(line: number, code: string): string {
  return `${line} ${code}`;
}

/** The entry that cites a row. If several do, the one with its text. */
function findCited(row: Row, citations: readonly Citation[]): Entry | undefined {
  return (citations.find(({ entry }) => hasMessage(entry, row)) ?? citations[0])?.entry;
}

/**
 * The entries of each code: those with the code before those with the alias, and retired ones after
 * the others.
 */
function groupByCode(
  entries: readonly Entry[],
  keyOf: KeyOf,
): ReadonlyMap<string, readonly Entry[]> {
  const current = entries.filter(({ retired }) => retired === undefined);
  const retired = entries.filter((entry) => entry.retired !== undefined);
  const pairs = [
    ...[...current, ...retired].map((entry) => ({ key: keyOf(entry), entry })),
    ...entries.flatMap((entry) => entry.aliases.map((alias) => ({ key: keyOf(alias), entry }))),
  ];
  const groups = groupBy(pairs, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ entry }) => entry)]));
}

/** Below this likeness, two texts of one code are two errors rather than two wordings of one. */
const MIN_LIKENESS = 0.5;

/** The entry whose text is closest to a row's; undefined if none is close. */
function findClosest(row: Row, entries: readonly Entry[]): Entry | undefined {
  const text = row.joined ?? row.message;
  const likeness = (entry: Entry) => {
    const other = row.joined === undefined ? entry.message : entry.message + entry.description;
    const length = Math.max(text.length, other.length, 1);
    return 1 - distance(comparableText(text), comparableText(other)) / length;
  };
  const scored = entries.map((entry) => ({ entry, score: likeness(entry) }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score >= MIN_LIKENESS ? best.entry : undefined;
}
