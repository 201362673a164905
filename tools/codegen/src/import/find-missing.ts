import type { Catalog, Entry } from "../catalog/catalog.js";
import { ownEntries } from "../catalog/own-part.js";
import { literalsAmong, splitTemplate } from "../catalog/template.js";
import type { Evidence } from "../evidence/evidence-name.js";
import { escapePattern } from "../std/escape-pattern.js";
import type { TableDocument } from "./formats/rows/row.js";

/** The documented entries that a document no longer has. */
export interface Missing {
  readonly entries: readonly Entry[];
  /**
   * The number of entries without a row, where the document shares too few of their rows to be a
   * newer version of the one that they cite: none of them is missing.
   */
  readonly elsewhere: number;
}

/** A newer version of a document has at least this share of its rows. */
const MIN_SHARED = 0.5;

/**
 * Finds the entries that a document no longer has, among those without a row. An entry is not
 * missing if it cites the document, or if the document has its code and text outside of the rows
 * that were read.
 */
export function findMissing(
  unmatched: readonly Entry[],
  matched: ReadonlySet<Entry>,
  { entries }: Catalog,
  { text }: TableDocument,
  { document, isKnown }: Evidence,
): Missing {
  const isWritten = createTextFinder(text);
  const candidates = unmatched.filter(
    (entry) =>
      !(isKnown && entry.sources.some((source) => source.document === document)) &&
      !isWritten(entry),
  );
  const own = ownEntries(entries);
  const shares = countShares(own, matched);
  const missing = candidates.filter(({ sources }) =>
    sources.some((source) => (shares.get(source.document) ?? 0) >= MIN_SHARED),
  );
  return { entries: missing, elsewhere: candidates.length - missing.length };
}

/** Of the entries that cite each document, the share that has a row. */
function countShares(
  entries: readonly Entry[],
  matched: ReadonlySet<Entry>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, { all: number; found: number }>();
  for (const entry of entries) {
    if (!entry.documented || entry.retired !== undefined) continue;
    for (const document of new Set(entry.sources.map((source) => source.document))) {
      const count = counts.get(document) ?? { all: 0, found: 0 };
      count.all += 1;
      count.found += matched.has(entry) ? 1 : 0;
      counts.set(document, count);
    }
  }
  return new Map([...counts].map(([document, { all, found }]) => [document, found / all]));
}

/** A shorter text may stand anywhere. */
const MIN_LITERAL = 8;

/** The code of a row is this near to its text. */
const MAX_DISTANCE = 300;

/** Looking through a longer document again and again takes too long. */
const MAX_SEARCHED = 400_000_000;

/** Returns a function that says whether a document has the text of an entry near to its code. */
function createTextFinder(text: string): (entry: Entry) => boolean {
  let searched = 0;
  return ({ code, message }) => {
    const literals = literalsAmong(splitTemplate(message));
    const longest = literals.reduce((a, b) => (b.length > a.length ? b : a), "").trim();
    if (longest.length < MIN_LITERAL) return false;
    const asWord = new RegExp(`(?<![\\w-])${escapePattern(code)}(?![\\w-])`);
    searched += text.length;
    for (let from = 0; searched <= MAX_SEARCHED; searched += MAX_DISTANCE) {
      const at = text.indexOf(longest, from);
      if (at < 0) return false;
      from = at + longest.length;
      if (asWord.test(text.slice(Math.max(0, at - MAX_DISTANCE), from + MAX_DISTANCE))) return true;
    }
    return false;
  };
}
