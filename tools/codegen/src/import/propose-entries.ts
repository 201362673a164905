import {
  type Catalog,
  ENTRY_FIELDS,
  type Entry,
  RESERVED_NAMES,
  type Source,
  tablesOf,
} from "../catalog/catalog.js";
import { codeKey } from "../catalog/code-key.js";
import { hasStrayBraces } from "../catalog/template.js";
import { type Classify, createClassifier } from "./classify.js";
import type { Row } from "./formats/row.js";
import { namePlaceholders, type Template } from "./name-placeholders.js";
import { proposeName } from "./propose-name.js";

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
  readonly takenNames: ReadonlySet<string>;
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
  const context = { catalog, document, takenNames, classify: createClassifier(catalog.schema) };
  const proposals = new Map<string, Proposal>();
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    const key = JSON.stringify([row.code, row.message]);
    const former = proposals.get(key);
    const template = namePlaceholders(row.message || row.code, row.description);
    const rejection = rejectRow(row, template.message);
    if (rejection !== undefined) {
      rejected.push(rejection);
    } else if (former !== undefined) {
      proposals.set(key, addSource(former, toSource(row, document), row));
    } else {
      const entry = createEntry(row, template, context);
      takenNames.add(entry.name);
      proposals.set(key, { entry, row });
    }
  }
  return { proposals: [...proposals.values()], rejected };
}

function rejectRow(row: Row, message: string): RejectedRow | undefined {
  if (!/^\S+$/.test(row.code)) {
    const reason = `${JSON.stringify(row.code)} is not a code: a code has no spaces`;
    return { row, reason };
  }
  if (!hasStrayBraces(message)) return undefined;
  return {
    row,
    reason: `${JSON.stringify(message)} has a brace that does not belong to a placeholder`,
    hint: "write the entry by hand, without the braces in its message",
  };
}

function createEntry(
  row: Row,
  { message, params }: Template,
  { catalog, document, takenNames, classify }: Context,
): Entry {
  const tables = tablesOf(catalog.manifest);
  const documented = tables.length === 0 || tables.includes(document);
  const isSuccess = meansSuccess(row.code, catalog);
  const endings = isSuccess ? undefined : catalog.manifest.nameEndings;
  const base = {
    name: proposeName({ ...row, message }, endings, takenNames),
    code: row.code,
    aliases: [],
    httpStatus: row.httpStatus ?? null,
    message,
    variants: [],
    params,
    description: row.description ?? "",
    documented,
    sources: [toSource(row, document)],
    draft: inOrder([
      "name",
      ...row.unsure,
      ...(row.message === "" ? ["message"] : []),
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

/** A proposal with another line as a source. */
function addSource({ entry, row }: Proposal, source: Source, other: Row): Proposal {
  const differs =
    row.httpStatus !== other.httpStatus || (row.description ?? "") !== (other.description ?? "");
  const unsure = differs ? ["httpStatus", "description"] : [];
  const draft = inOrder([...(entry.draft ?? []), ...unsure, ...other.unsure]);
  if (!differs) return { entry: { ...entry, draft, sources: [...entry.sources, source] }, row };
  // The description is checked against every cited line, and only the first has it.
  const notes = `Line ${source.line} has the same code and message, but another status or description.`;
  return { entry: { ...entry, draft, notes }, row };
}

function meansSuccess(code: string, { manifest: { wire } }: Catalog): boolean {
  return wire.success.some((success) => codeKey(String(success), wire) === codeKey(code, wire));
}
