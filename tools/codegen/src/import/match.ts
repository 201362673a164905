import { distance } from "fastest-levenshtein";
import { type Entry, type Manifest, type Source, tablesOf } from "../catalog/catalog.js";
import { codeKey } from "../catalog/code-key.js";
import { withoutFinalStop } from "../catalog/template.js";
import type { Row } from "./formats/row.js";
import { textKey } from "./placeholders.js";

/** A row, and the entry that it is. */
export interface Match {
  readonly row: Row;
  readonly entry: Entry;
  readonly changes: readonly FieldChange[];
}

/** What a newer document says of an entry otherwise than the catalog does. */
export interface FieldChange {
  readonly field: "code" | "httpStatus" | "message" | "description" | "documented" | "retired";
  readonly before: unknown;
  readonly after: unknown;
}

/** The rows of a document beside the entries of a catalog. */
export interface Matches {
  readonly known: readonly Match[];
  /** Rows of no entry. */
  readonly added: readonly Row[];
  /** Documented entries of no row; of evidence that was there before, only where it is the newest table. */
  readonly gone: readonly Entry[];
}

/** A document among the evidence: its file name, and whether its bytes were there before. */
export interface Evidence {
  readonly document: string;
  readonly isKnown: boolean;
}

/**
 * Finds the entry of each row: by the line that the entry cites, where the document is evidence already; else by code
 * and text; else by code and the likest text, which is then a changed wording.
 */
export function matchRows(
  rows: readonly Row[],
  entries: readonly Entry[],
  manifest: Manifest,
  { document, isKnown }: Evidence,
): Matches {
  const keyOf = (code: string) => codeKey(code, manifest.wire);
  const used = new Set<Entry>();
  const known: Match[] = [];
  const take = (row: Row, entry: Entry, isDecided: boolean) => {
    const changes = isDecided ? [] : changesOf(entry, row, manifest, isKnown);
    known.push({ row, entry, changes });
    used.add(entry);
  };
  /** The rows that a way of finding finds no entry for. */
  const without = (
    some: readonly Row[],
    find: (row: Row) => Entry | undefined,
    isDecided = false,
  ) =>
    some.filter((row) => {
      const entry = find(row);
      if (entry !== undefined) take(row, entry, isDecided);
      return entry === undefined;
    });

  // What an entry says of a line that it cites has been decided.
  const cited = isKnown ? citationsOf(entries, document, keyOf) : undefined;
  const uncited = without(rows, (row) => citing(row, cited?.get(row.line) ?? [], keyOf), true);
  const byCode = groupByCode(entries, keyOf);
  const sharing = (row: Row) => byCode.get(keyOf(row.code)) ?? [];
  const unlike = without(uncited, (row) => sharing(row).find((entry) => hasText(entry, row)));
  const added = without(unlike, (row) =>
    likest(
      row,
      sharing(row).filter((entry) => !used.has(entry)),
    ),
  );
  // Evidence that is no table, or an older one, need not list what the newest does.
  const isNewest = !isKnown || tablesOf(manifest).at(-1) === document;
  const isGone = (entry: Entry) =>
    entry.documented && entry.retired === undefined && !used.has(entry);
  const gone = isNewest ? entries.filter(isGone) : [];
  return { known: known.sort((a, b) => a.row.line - b.row.line), added, gone };
}

/** An entry that cites a line, and the code that it cites it for. */
interface Citation {
  readonly code: string;
  readonly entry: Entry;
}

/** The entry that cites a row; where several do, the one that has its text. */
function citing(
  row: Row,
  citations: readonly Citation[],
  keyOf: (code: string) => string,
): Entry | undefined {
  const same = citations.filter(({ code }) => code === keyOf(row.code));
  return (same.find(({ entry }) => hasText(entry, row)) ?? same[0])?.entry;
}

/** The entries that cite each line of a document, with the code that they cite it for. */
function citationsOf(
  entries: readonly Entry[],
  document: string,
  keyOf: (code: string) => string,
): ReadonlyMap<number, readonly Citation[]> {
  const cited = new Map<number, Citation[]>();
  for (const entry of entries) {
    const add = (code: string, sources: readonly Source[]) => {
      for (const source of sources.filter((one) => one.document === document))
        cited.set(source.line, [...(cited.get(source.line) ?? []), { code: keyOf(code), entry }]);
    };
    add(entry.code, entry.sources);
    for (const { code, sources } of entry.aliases) add(code, sources);
    for (const { sources } of entry.variants) add(entry.code, sources);
  }
  return cited;
}

function groupByCode(
  entries: readonly Entry[],
  keyOf: (code: string) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  const add = (code: string, entry: Entry) =>
    groups.set(keyOf(code), [...(groups.get(keyOf(code)) ?? []), entry]);
  // A retired entry gives way to one that bears its code now.
  const current = entries.filter(({ retired }) => retired === undefined);
  const retired = entries.filter((entry) => entry.retired !== undefined);
  for (const entry of [...current, ...retired]) add(entry.code, entry);
  // An entry's own code goes before another's alias.
  for (const entry of entries) for (const { code } of entry.aliases) add(code, entry);
  return groups;
}

const plainKey = (text: string) => withoutFinalStop(textKey(text));

/** The description that a row has beside a message of the entry; undefined where its text is another. */
function restAfter(message: string, row: Row): { readonly description?: string } | undefined {
  if (plainKey(row.message) === plainKey(message))
    return row.description === undefined ? {} : { description: row.description };
  // Where the columns run together, the entry knows where its message ends.
  const [key, joined] = [textKey(message), textKey(row.joined ?? "")];
  const rest = joined.slice(key.length);
  // What goes on with a space or in lower case is a longer message.
  if (key === "" || !joined.startsWith(key) || /^[\s\p{Ll}]/u.test(rest)) return undefined;
  return { description: rest };
}

const messagesOf = ({ message, variants }: Entry) => [
  message,
  ...variants.map((one) => one.message),
];

function hasText(entry: Entry, row: Row): boolean {
  return messagesOf(entry).some((message) => restAfter(message, row) !== undefined);
}

/** The entry whose text is likest to a row's; undefined where none is near. */
function likest(row: Row, entries: readonly Entry[]): Entry | undefined {
  const text = row.joined ?? row.message;
  const likeness = (entry: Entry) => {
    const other = row.joined === undefined ? entry.message : entry.message + entry.description;
    const length = Math.max(text.length, other.length, 1);
    return 1 - distance(textKey(text), textKey(other)) / length;
  };
  const scored = entries.map((entry) => ({ entry, score: likeness(entry) }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score >= LIKE ? best.entry : undefined;
}

/** Below it, two texts of one code are two errors rather than two wordings of one. */
const LIKE = 0.5;

function changesOf(entry: Entry, row: Row, manifest: Manifest, isKnown: boolean): FieldChange[] {
  const changes: FieldChange[] = [];
  const add = (field: FieldChange["field"], before: unknown, after: unknown) =>
    changes.push({ field, before, after });
  const codes = [entry.code, ...entry.aliases.map(({ code }) => code)];
  if (!codes.includes(row.code)) add("code", entry.code, row.code);
  if (row.httpStatus !== undefined && row.httpStatus !== entry.httpStatus)
    add("httpStatus", entry.httpStatus, row.httpStatus);
  const rest = messagesOf(entry)
    .map((message) => restAfter(message, row))
    .find((found) => found !== undefined);
  if (rest === undefined) add("message", entry.message, row.message);
  const description = rest === undefined ? row.description : rest.description;
  const isSure = rest !== undefined || !row.unsure.includes("description");
  if (isSure && description !== undefined && textKey(description) !== textKey(entry.description))
    add("description", entry.description, description);
  if (!isKnown && !entry.documented && tablesOf(manifest).length > 0)
    add("documented", false, true);
  if (!isKnown && entry.retired !== undefined) add("retired", entry.retired.since, null);
  return changes;
}
