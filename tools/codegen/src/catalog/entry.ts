import { memoizeByObject } from "../std/memoize-by-object.js";

/** One line of a document in `evidence/`. */
export interface Source {
  /** The name of a file in `evidence/`. */
  readonly document: string;
  /** Counted from 1. */
  readonly line: number;
  /** The last line, if the row has several. */
  readonly lastLine?: number;
}

/** The meaning of a placeholder. */
export interface Param {
  readonly meaning: string;
  /** A value as the API may send it. */
  readonly example: string;
  /** The values that are known, where there are only a few: locales have words for them. */
  readonly values?: readonly string[];
}

/** Another code seen for an entry: it is identified, but is not a documented code. */
export interface Alias {
  readonly code: string;
  readonly sources: readonly Source[];
}

/** Another wording seen for an entry, matched like its message. */
export interface Variant {
  readonly message: string;
  readonly sources: readonly Source[];
}

/** The people who may know of an entry. */
export type Audience = "public" | "internal";

/** The fields that every entry has, the success row too. Every default is filled in. */
interface EntryBase {
  /** The permanent identity, unique in the catalog, `UPPER_SNAKE`. */
  readonly name: string;
  /** The documented code; several entries may share one. */
  readonly code: string;
  readonly aliases: readonly Alias[];
  /** `null` if no source says. */
  readonly httpStatus: number | null;
  /** The text on the wire, verbatim, with named placeholders. */
  readonly message: string;
  readonly variants: readonly Variant[];
  /** By the names of the message's placeholders. */
  readonly params: Readonly<Record<string, Param>>;
  /** As documented, verbatim; empty if the source has none. */
  readonly description: string;
  /** Whether the API's own table lists it, or only other evidence does. */
  readonly documented: boolean;
  /** At least one. */
  readonly sources: readonly Source[];
  /** Remarks for editors of the catalog. */
  readonly notes?: string;
  /** The fields that were proposed and that nobody has decided yet. */
  readonly draft?: readonly string[];
  /** Set when the API no longer sends it. Entries are never removed without a sunset. */
  readonly retired?: {
    readonly since: string;
    readonly reason: string;
    readonly replacedBy?: string;
    /** The day from which it may be removed, such as `2027-06-30`; absent: never. */
    readonly sunset?: string;
  };
  /** The package that it is imported from; absent for an entry of the catalog's own files. */
  readonly from?: string;
}

/** The documented success row: it is listed, but is not an error. */
export interface SuccessEntry extends EntryBase {
  readonly kind: "success";
}

/** An error that the API answers with. */
export interface ErrorEntry extends EntryBase {
  readonly kind: "error";
  /** A category of the manifest. */
  readonly category: string;
  /** The side that has to fix the cause. */
  readonly fault: string;
  /** Whether the request took effect: an outcome of the schema. */
  readonly outcome: string;
  /** The condition under which the request may be sent again. */
  readonly retry: string;
  /** The shortest wait of `after-delay`, as an ISO 8601 duration. */
  readonly delay?: string;
  /** The only venue that it is listed for. */
  readonly venue?: string;
  /**
   * The tags of the manifest that it has: those in its file, then those that the manifest gives.
   */
  readonly tags?: readonly string[];
  /**
   * The people who may know of it; absent: everybody. No published output has an internal entry.
   */
  readonly audience?: Audience;
  /** The names of the errors that no source distinguishes from this one. */
  readonly alike?: readonly string[];
}

/** One row of the catalog. `schemas/catalog.schema.json` describes its fields. */
export type Entry = ErrorEntry | SuccessEntry;

/** The fields of an entry, in the order in which they are written. */
export const ENTRY_FIELDS: readonly string[] = [
  "name",
  "kind",
  "code",
  "aliases",
  "httpStatus",
  "message",
  "variants",
  "params",
  "description",
  "category",
  "fault",
  "outcome",
  "retry",
  "delay",
  "venue",
  "tags",
  "audience",
  "alike",
  "documented",
  "sources",
  "notes",
  "retired",
];

/** Whether an entry is an error, which has judgments and a place among the names. */
export function isErrorEntry(entry: Entry): entry is ErrorEntry {
  return entry.kind === "error";
}

/** Whether an entry is for the inside alone. */
export function isInternal(entry: Entry): boolean {
  return isErrorEntry(entry) && entry.audience === "internal";
}

/** Returns the codes of an entry's responses: the documented code, then the aliases. */
export function codesOf({ code, aliases }: Pick<Entry, "code" | "aliases">): readonly string[] {
  return [code, ...aliases.map((alias) => alias.code)];
}

/** Returns the texts of an entry's responses: the message, then the variants. */
export function wordingsOf({
  message,
  variants,
}: Pick<Entry, "message" | "variants">): readonly string[] {
  return [message, ...variants.map((variant) => variant.message)];
}

/** Returns entries by name; of two with one name, which a rule reports, the first. */
export function entriesByName<E extends Named>(entries: readonly E[]): ReadonlyMap<string, E> {
  return indexByName(entries) as ReadonlyMap<string, E>;
}

type Named = Pick<Entry, "name">;

const indexByName = memoizeByObject((entries: readonly Named[]): ReadonlyMap<string, Named> => {
  const byName = new Map<string, Named>();
  for (const entry of entries) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  return byName;
});

/** Returns the fields of an entry that are set, in the order in which they are written. */
export function inFieldOrder(entry: Entry, fields: readonly string[] = ENTRY_FIELDS): object {
  const values: Readonly<Record<string, unknown>> = { ...entry };
  const ordered: Record<string, unknown> = {};
  for (const field of fields) if (values[field] !== undefined) ordered[field] = values[field];
  return ordered;
}

/** Returns the documented example of each placeholder. */
export function examplesOf(params: Entry["params"]): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, { example }]) => [name, example]));
}
