import {
  type Catalog,
  type Entry,
  type JsonSchema,
  type Source,
  tablesOf,
  UNRECOGNIZED,
} from "../catalog/catalog.js";
import { codeKey } from "../catalog/code-key.js";
import { hasStrayBraces } from "../catalog/template.js";
import { vocabularyOf } from "../catalog/vocabulary.js";
import type { Row } from "./formats/row.js";
import { namePlaceholders, type Template } from "./placeholders.js";
import { proposeName } from "./propose-name.js";

/** An entry that is proposed, with every default filled in, and the row that it is made from. */
export interface Proposal {
  readonly entry: Entry;
  readonly row: Row;
}

/** A row that no entry can be made of. */
interface Unfit {
  readonly row: Row;
  readonly why: string;
  readonly hint?: string;
}

/** What is made of rows; equal rows are one proposal, with each of their lines as a source. */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  readonly unfit: readonly Unfit[];
}

/** Proposes an entry for each row. What no document says is the most cautious, and what is not sure is on `draft`. */
export function propose(rows: readonly Row[], catalog: Catalog, document: string): Proposals {
  const { entries, releasedNames } = catalog;
  const taken = new Set([...entries.map(({ name }) => name), ...releasedNames, UNRECOGNIZED]);
  const judge = judgeBy(catalog.schema);
  const made = new Map<string, Proposal>();
  const unfit: Unfit[] = [];
  for (const row of rows) {
    const key = JSON.stringify([row.code, row.message]);
    const twin = made.get(key);
    const template = namePlaceholders(row.message || row.code, row.description);
    const fault = faultOf(row, template.message);
    if (fault !== undefined) unfit.push({ row, ...fault });
    else if (twin !== undefined) made.set(key, withSource(twin, sourceOf(row, document), row));
    else {
      const entry = entryOf(row, template, catalog, document, taken, judge);
      taken.add(entry.name);
      made.set(key, { entry, row });
    }
  }
  return { proposals: [...made.values()], unfit };
}

function entryOf(
  row: Row,
  { message, params }: Template,
  catalog: Catalog,
  document: string,
  taken: ReadonlySet<string>,
  judge: Judge,
): Entry {
  const tables = tablesOf(catalog.manifest);
  const documented = tables.length === 0 || tables.includes(document);
  const isSuccess = meansSuccess(row.code, catalog);
  const endings = isSuccess ? undefined : catalog.manifest.nameEndings;
  const base = {
    name: proposeName({ ...row, message }, endings, taken),
    code: row.code,
    aliases: [],
    httpStatus: row.httpStatus ?? null,
    message,
    variants: [],
    params,
    description: row.description ?? "",
    documented,
    sources: [sourceOf(row, document)],
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
  // Whether a request was refused is for a person to say: an order lost to a guess costs most.
  return { ...base, kind: "error", ...judge(row), outcome: "unknown", retry: "after-reconcile" };
}

function sourceOf({ line, lastLine }: Row, document: string): Source {
  return { document, line, ...(lastLine > line && { lastLine }) };
}

const ORDER =
  "name code httpStatus message params description category fault outcome retry documented".split(
    " ",
  );

/** Each field once, in the order of an entry. */
function inOrder(fields: readonly string[]): string[] {
  return ORDER.filter((field) => fields.includes(field));
}

function withSource({ entry, row }: Proposal, source: Source, again: Row): Proposal {
  const differs =
    row.httpStatus !== again.httpStatus || (row.description ?? "") !== (again.description ?? "");
  const unsure = differs ? ["httpStatus", "description"] : [];
  const draft = inOrder([...(entry.draft ?? []), ...unsure, ...again.unsure]);
  // The description is checked against every line that is cited; only the first has it.
  return differs
    ? { entry: { ...entry, draft, notes: `Line ${source.line} has it again, otherwise.` }, row }
    : { entry: { ...entry, draft, sources: [...entry.sources, source] }, row };
}

function faultOf({ code }: Row, message: string): Omit<Unfit, "row"> | undefined {
  if (!/^\S+$/.test(code))
    return { why: `${JSON.stringify(code)} is no code: a code has no spaces` };
  if (hasStrayBraces(message))
    return {
      why: `${JSON.stringify(message)} has a brace that belongs to no placeholder`,
      hint: "write the entry by hand, with the braces left out of its message",
    };
  return undefined;
}

function meansSuccess(code: string, { manifest: { wire } }: Catalog): boolean {
  return wire.successCodes.some(
    (success) => codeKey(String(success), wire) === codeKey(code, wire),
  );
}

/** What an error is about and whose side it is on, by the likeness of words: a proposal. */
type Judge = (row: Row) => { readonly category: string; readonly fault: string };

function judgeBy(schema: JsonSchema): Judge {
  const categories = vocabularyOf(schema, "Category").oneOf.map((word) => ({
    word: word.const,
    stems: stemsOf(`${word.const} ${word.const} ${word.description ?? ""}`),
  }));
  const [client = "client", server = "server"] = vocabularyOf(schema, "Fault").oneOf.map(
    ({ const: word }) => word,
  );
  return ({ message, description = "", code, httpStatus = 0 }) => {
    const own = new Set(stemsOf(`${code} ${message} ${description}`));
    const ranked = categories.map(({ word, stems }) => ({
      word,
      score: stems.filter((stem) => own.has(stem)).length,
    }));
    const [best] = ranked.sort((a, b) => b.score - a.score);
    const isServers = httpStatus >= 500 || /\b(internal|server|system)\b/i.test(message);
    return { category: best?.word ?? "", fault: isServers ? server : client };
  };
}

/** The words of a text without their endings. */
function stemsOf(text: string): string[] {
  return (text.match(/\p{L}{4,}/gu) ?? []).map((word) => word.toLowerCase().slice(0, 5));
}
