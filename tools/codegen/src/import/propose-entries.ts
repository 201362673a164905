import {
  type Catalog,
  ENTRY_FIELDS,
  type Entry,
  RESERVED_NAMES,
  type Source,
  tablesOf,
} from "../catalog/catalog.js";
import { codeKey, successKeys } from "../catalog/code-key.js";
import { withoutFinalStop } from "../catalog/template.js";
import { wireOf } from "../catalog/wire.js";
import { groupBy } from "../std/group-by.js";
import { quoteBriefly } from "../std/quote-briefly.js";
import { type Classify, createClassifier } from "./classify.js";
import type { Row } from "./formats/rows/row.js";
import { comparableText, namePlaceholders } from "./name-placeholders.js";
import { createNamer, type Namer } from "./propose-name.js";

/** A proposed entry, with every default filled in, and the row that it comes from. */
export interface Proposal {
  readonly entry: Entry;
  readonly row: Row;
}

/** A row that cannot become an entry. */
interface RejectedRow {
  readonly row: Row;
  readonly reason: string;
  readonly hint?: string;
}

/**
 * The entries proposed for rows. Equal rows become one proposal, with each of their lines as a
 * source.
 */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  readonly rejected: readonly RejectedRow[];
}

/** The catalog and the document that proposals are made for. */
interface Context {
  readonly catalog: Catalog;
  readonly document: string;
  readonly proposeName: Namer;
  readonly classify: Classify;
}

/**
 * Proposes an entry for each row. Fields that no document settles get the most cautious value, and
 * fields that are not sure are listed under `draft`.
 */
export function proposeEntries(
  rows: readonly Row[],
  catalog: Catalog,
  document: string,
): Proposals {
  const { entries, releasedNames } = catalog;
  const takenNames = new Set([
    ...entries.map(({ name }) => name),
    ...releasedNames,
    ...Object.keys(RESERVED_NAMES),
  ]);
  const context = {
    catalog,
    document,
    proposeName: createNamer(takenNames),
    classify: createClassifier(catalog),
  };
  const rejected: RejectedRow[] = [];
  const proposals: Proposal[] = [];
  for (const [row, ...equal] of groupBy(rows, rowKey).values()) {
    if (row === undefined) continue;
    const fault = findFault(row);
    if (fault === undefined) {
      const entry = createEntry(row, context);
      proposals.push({
        entry: equal.length === 0 ? entry : addRows(entry, row, equal, document),
        row,
      });
    } else {
      for (const each of [row, ...equal]) rejected.push({ row: each, ...fault });
    }
  }
  return { proposals, rejected };
}

/** A response may have the final period that a text lacks, so it tells no two errors apart. */
function rowKey({ code, message }: Row): string {
  return JSON.stringify([code, withoutFinalStop(comparableText(message))]);
}

function findFault({ code }: Row): Omit<RejectedRow, "row"> | undefined {
  if (/^\S+$/.test(code)) return undefined;
  return { reason: `${quoteBriefly(code)} is not a code: a code has no spaces` };
}

function createEntry(row: Row, { catalog, document, proposeName, classify }: Context): Entry {
  const { message, params, isSure } = namePlaceholders(row.message || row.code, row.description);
  const tables = tablesOf(catalog.manifest);
  const documented = tables.length === 0 || tables.includes(document);
  const isSuccess = meansSuccess(row.code, catalog);
  const endings = isSuccess ? undefined : catalog.manifest.nameEndings;
  const base = {
    name: proposeName({ ...row, message }, endings),
    code: row.code,
    aliases: [],
    httpStatus: row.httpStatus ?? null,
    message,
    variants: [],
    params,
    description: row.description ?? "",
    documented,
    sources: [toSource(row, document)],
    ...(row.notes !== undefined && { notes: row.notes }),
    draft: inOrder([
      "name",
      ...row.unsure,
      ...(row.message === "" || !isSure ? ["message"] : []),
      ...(Object.keys(params).length > 0 ? ["params"] : []),
      ...(isSuccess ? [] : ["category", "fault", "outcome", "retry"]),
      ...(documented ? [] : ["documented"]),
    ]),
  };
  if (isSuccess) return { ...base, kind: "success" };
  // A person has to decide whether the request was rejected: a wrong guess can lose an order.
  return { ...base, kind: "error", ...classify(row), outcome: "unknown", retry: "after-reconcile" };
}

function toSource({ line, lastLine }: Row, document: string): Source {
  return { document, line, ...(lastLine > line && { lastLine }) };
}

/** Each field once, in the order of an entry. */
function inOrder(fields: readonly string[]): readonly string[] {
  return ENTRY_FIELDS.filter((field) => fields.includes(field));
}

/** An entry with the lines of equal rows as sources. */
function addRows(entry: Entry, row: Row, equal: readonly Row[], document: string): Entry {
  const isSame = (other: Row) =>
    row.httpStatus === other.httpStatus && (row.description ?? "") === (other.description ?? "");
  const others = equal.filter((other) => !isSame(other));
  const unsure = others.length > 0 ? ["httpStatus", "description"] : [];
  const fields = [...(entry.draft ?? []), ...unsure, ...equal.flatMap((each) => each.unsure)];
  const last = others.at(-1);
  return {
    ...entry,
    draft: inOrder(fields),
    // The description is checked against every cited line, and only rows that are the same have it.
    sources: [...entry.sources, ...equal.filter(isSame).map((each) => toSource(each, document))],
    ...(last && {
      notes: [
        ...(entry.notes === undefined ? [] : [entry.notes]),
        `Line ${last.line} has the same code and message, but another status or description.`,
      ].join(" "),
    }),
  };
}

function meansSuccess(code: string, { manifest }: Catalog): boolean {
  const wire = wireOf(manifest);
  return successKeys(wire).has(codeKey(code, wire));
}
