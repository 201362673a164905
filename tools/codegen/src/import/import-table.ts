import type { Catalog, Entry } from "../catalog/catalog.js";
import { applyRules } from "../check/lint.js";
import type { Places } from "../load/load.js";
import { hasErrors, type Location, type Problem } from "../problem/problem.js";
import { type ReadOptions, readDocument } from "./formats/read-document.js";
import { lineOf, problemAt, type Row, type TableDocument, type Unread } from "./formats/row.js";
import { type Evidence, type Match, matchRows } from "./match.js";
import { type Proposal, propose } from "./propose.js";

/** What the user said of an import. */
export interface ImportOptions extends ReadOptions {
  /** The lines to be read, both inclusive; all of them where it is absent. */
  readonly lines?: readonly [from: number, to: number];
  /** The document lists some of the errors only: what it lacks is not gone. */
  readonly isPartial?: boolean;
}

/** What a document gives beside a catalog. Every row is an entry that is known, a proposal, or a problem. */
export interface Imported {
  readonly evidence: Evidence;
  readonly rows: readonly Row[];
  readonly known: readonly Match[];
  /** The drafts that pass every rule. */
  readonly proposals: readonly Proposal[];
  readonly gone: readonly Entry[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
  /** Whether an error concerns more than the rows that it names: then nothing may be written. */
  readonly isBroken: boolean;
}

/** Reads a document, finds what the catalog has of it, and proposes entries for the rest. Nothing is written. */
export async function importTable(
  catalog: Catalog,
  places: Places,
  document: TableDocument,
  evidence: Evidence,
  options: ImportOptions,
): Promise<Imported> {
  const [from, to] = options.lines ?? [1, Number.POSITIVE_INFINITY];
  const isWanted = (line: number) => line >= from && line <= to;
  const reading = readDocument(document, catalog.manifest.wire, options);
  const rows = reading.rows.filter((row) => isWanted(lineOf(row)));
  const problems = reading.problems.filter(({ location }) => isWanted(location.line));
  if (rows.length === 0 && problems.length === 0)
    problems.push(problemAt(document, 1, `no row on the lines ${from} to ${to}`));
  const matches = matchRows(rows, catalog.entries, catalog.manifest, evidence);
  const { proposals, unfit } = propose(matches.added, catalog, evidence.document);
  const misfits = unfit.map(({ row, why, hint }) =>
    problemAt(document, lineOf(row), why, { ...(hint !== undefined && { hint }) }),
  );
  const checked = await checkProposals(catalog, places, document, evidence, proposals);
  return {
    evidence,
    rows,
    known: matches.known,
    proposals: checked.accepted,
    gone: options.isPartial ? [] : matches.gone,
    unread: reading.unread.filter(({ line }) => isWanted(line)),
    problems: [...problems, ...misfits, ...checked.problems],
    isBroken: checked.isBroken || (rows.length === 0 && hasErrors(problems)),
  };
}

/** What the rules say of the catalog with the proposals in it, at the rows that they are made from. */
async function checkProposals(
  catalog: Catalog,
  places: Places,
  document: TableDocument,
  evidence: Evidence,
  proposals: readonly Proposal[],
): Promise<{
  readonly accepted: readonly Proposal[];
  readonly problems: readonly Problem[];
  readonly isBroken: boolean;
}> {
  if (proposals.length === 0) return { accepted: [], problems: [], isBroken: false };
  const { entries } = catalog;
  const rowOf = new Map<Location, Row>();
  const candidate = {
    ...catalog,
    entries: [...entries, ...proposals.map(({ entry }) => entry)],
    evidence: {
      ...catalog.evidence,
      [evidence.document]: document.text.replace(/\r?\n$/, "").split(/\r?\n/),
    },
  };
  const found = await applyRules(candidate, {
    ...places,
    entryAt(index, path) {
      const row = proposals[index - entries.length]?.row;
      if (row === undefined) return places.entryAt(index, path);
      const location = { file: document.file, line: lineOf(row), column: 1, text: document.text };
      rowOf.set(location, row);
      return location;
    },
  });
  const before = new Set((await applyRules(catalog, places)).map(keyOf));
  const errors = found.filter((problem) => hasErrors([problem]) && !before.has(keyOf(problem)));
  const refused = new Set(errors.map(({ location }) => rowOf.get(location)));
  return {
    accepted: proposals.filter(({ row }) => !refused.has(row)),
    problems: errors,
    isBroken: refused.has(undefined),
  };
}

function keyOf({ rule, message, location: { file, line, column } }: Problem): string {
  return JSON.stringify([rule, message, file, line, column]);
}
