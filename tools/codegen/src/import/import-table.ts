import type { Catalog, Wire } from "../catalog/catalog.js";
import { ownEntries } from "../catalog/own-part.js";
import { wireOf } from "../catalog/wire.js";
import { MAX_CITED } from "../check/check-citation.js";
import { applyRules } from "../check/lint.js";
import type { Evidence } from "../evidence/evidence-name.js";
import type { Places } from "../load/places.js";
import { evidenceLines } from "../load/read-evidence.js";
import { hasErrors, type Location, type Problem } from "../problem/problem.js";
import { chooseTables, type NumberedTable, type Selection } from "./choose-tables.js";
import { findMissing, type Missing } from "./find-missing.js";
import { type ReadOptions, readDocument } from "./formats/read-document.js";
import {
  lineOf,
  problemAt,
  type Reading,
  type Row,
  type TableDocument,
  type Unread,
  unreadable,
} from "./formats/rows/row.js";
import { limitTexts } from "./limit-texts.js";
import { type Match, type Matches, matchRows } from "./match-rows.js";
import { type Proposal, proposeEntries } from "./propose-entries.js";
import { warnOfSuccess } from "./warn-of-success.js";

/** The options of an import. */
export interface ImportOptions extends ReadOptions, Selection {
  /** Whether the document lists only some of the errors: then no entry is missing from it. */
  readonly isPartial?: boolean;
}

/**
 * A document compared with a catalog. Each of its rows is a known entry, a proposal, or a problem.
 */
export interface Imported {
  readonly evidence: Evidence;
  readonly tables: readonly NumberedTable[];
  readonly rows: readonly Row[];
  readonly known: readonly Match[];
  /** The drafts that pass every rule. */
  readonly proposals: readonly Proposal[];
  readonly missing: Missing;
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
  /** Whether an error concerns more than the rows that it names: then nothing may be written. */
  readonly isBroken: boolean;
}

/** The catalog and the document that proposals are checked with. */
interface Context {
  readonly catalog: Catalog;
  readonly places: Places;
  readonly document: TableDocument;
  readonly evidence: Evidence;
}

/**
 * Reads a document, finds the entries that the catalog has already, and proposes the others. Writes
 * nothing.
 */
export async function importTable(
  catalog: Catalog,
  places: Places,
  document: TableDocument,
  evidence: Evidence,
  options: ImportOptions,
): Promise<Imported> {
  const reading = readLimited(document, wireOf(catalog.manifest), options);
  const { tables, rows, problems, unread } = chooseTables(document, reading, options);
  const matches = matchRows(rows, catalog.entries, catalog.manifest, evidence);
  const { proposals, rejected } = proposeEntries(matches.added, catalog, evidence.document);
  const rejections = rejected.map(({ row, reason, hint }) =>
    problemAt(document, lineOf(row), reason, { hint }),
  );
  const checked = await checkProposals({ catalog, places, document, evidence }, proposals);
  return {
    evidence,
    tables,
    rows,
    known: matches.known,
    proposals: checked.accepted,
    missing: options.isPartial
      ? { entries: [], elsewhere: 0 }
      : findMissingIn(catalog, document, evidence, reading, matches),
    unread,
    problems: [
      ...problems,
      ...rejections,
      ...checked.problems,
      ...warnOfSuccess(document, checked.accepted),
    ],
    isBroken: checked.isBroken || (rows.length === 0 && hasErrors(problems)),
  };
}

/** Rows that were not chosen are in the document all the same. */
function findMissingIn(
  catalog: Catalog,
  document: TableDocument,
  evidence: Evidence,
  { tables }: Reading,
  matches: Matches,
): Missing {
  if (matches.unmatched.length === 0) return { entries: [], elsewhere: 0 };
  const all = tables.flatMap(({ rows }) => rows);
  const { known, unmatched } = matchRows(all, catalog.entries, catalog.manifest, evidence);
  const matched = new Set(known.map(({ entry }) => entry));
  return findMissing(unmatched, matched, catalog, document, evidence);
}

/**
 * Reads a document, unless a line of it is too long to be cited; rows that are too long are
 * problems.
 */
function readLimited(document: TableDocument, wire: Wire, options: ImportOptions): Reading {
  const tooLong = document.text.split("\n").findIndex((line) => line.length >= MAX_CITED);
  if (tooLong < 0) return limitTexts(document, readDocument(document, wire, options));
  const message = `a line of more than ${MAX_CITED} characters cannot be cited`;
  const hint = "break the document into lines first: a formatter such as Prettier does it";
  return unreadable(problemAt(document, tooLong + 1, message, { hint }));
}

/**
 * Applies the rules to the catalog with the proposals in it, and reports problems of proposals at
 * their rows.
 */
async function checkProposals(
  context: Context,
  proposals: readonly Proposal[],
): Promise<{
  readonly accepted: readonly Proposal[];
  readonly problems: readonly Problem[];
  readonly isBroken: boolean;
}> {
  if (proposals.length === 0) return { accepted: [], problems: [], isBroken: false };
  const candidate = addProposals(context, proposals);
  const found = await applyRules(candidate.catalog, candidate.places);
  const before = new Set((await applyRules(context.catalog, context.places)).map(problemKey));
  const isNew = (problem: Problem) => !before.has(problemKey(problem));
  const errors = found.filter((problem) => hasErrors([problem]) && isNew(problem));
  const rejected = new Set(errors.map(({ location }) => candidate.rowAt.get(location)));
  return {
    accepted: proposals.filter(({ row }) => !rejected.has(row)),
    problems: errors,
    isBroken: rejected.has(undefined),
  };
}

/**
 * Returns the catalog with the proposals in it, where their places are, and the row at each place
 * that was asked for.
 */
function addProposals(
  { catalog, places, document, evidence }: Context,
  proposals: readonly Proposal[],
): {
  readonly catalog: Catalog;
  readonly places: Places;
  readonly rowAt: ReadonlyMap<Location, Row>;
} {
  const own = ownEntries(catalog.entries);
  const imported = catalog.entries.slice(own.length);
  const rowAt = new Map<Location, Row>();
  return {
    catalog: {
      ...catalog,
      // Imported entries come last, as in every catalog.
      entries: [...own, ...proposals.map(({ entry }) => entry), ...imported],
      evidence: { ...catalog.evidence, [evidence.document]: evidenceLines(document.text) },
    },
    places: {
      ...places,
      fileOf: (index) => (index < own.length ? places.fileOf(index) : undefined),
      entryAt(index, path) {
        const row = proposals[index - own.length]?.row;
        if (row === undefined)
          return places.entryAt(index < own.length ? index : index - proposals.length, path);
        const location = document.locationAt(lineOf(row));
        rowAt.set(location, row);
        return location;
      },
    },
    rowAt,
  };
}

function problemKey({ rule, message, location: { file, line, column } }: Problem): string {
  return JSON.stringify([rule, message, file, line, column]);
}
