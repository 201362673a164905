/** One line of a document in `evidence/`. */
export interface Source {
  /** The name of a file in `evidence/`. */
  readonly document: string;
  /** Counted from 1. */
  readonly line: number;
  /** Where the row runs over several lines, the last of them. */
  readonly lastLine?: number;
}

/** What one placeholder of a message stands for. */
export interface Param {
  readonly meaning: string;
  /** A value as it may come. */
  readonly example: string;
}

/** Another code seen for an entry: identified, but not one of its documented codes. */
export interface Alias {
  readonly code: string;
  readonly sources: readonly Source[];
}

/** Another wording seen for an entry, matched like its message. */
export interface Variant {
  readonly message: string;
  readonly sources: readonly Source[];
}

/** What every entry has, the success row included. Every default is filled in. */
interface EntryBase {
  /** The permanent identity, unique in the catalog, `UPPER_SNAKE`. */
  readonly name: string;
  /** The documented code; several entries may share one. */
  readonly code: string;
  readonly aliases: readonly Alias[];
  /** `null` where no source says. */
  readonly httpStatus: number | null;
  /** The text on the wire, to the letter, with named placeholders. */
  readonly message: string;
  readonly variants: readonly Variant[];
  /** By the names of the message's placeholders. */
  readonly params: Readonly<Record<string, Param>>;
  /** As documented, to the letter; empty where the source has none. */
  readonly description: string;
  /** Whether the API's own table lists it, or only other evidence does. */
  readonly documented: boolean;
  /** At least one. */
  readonly sources: readonly Source[];
  /** What an editor should know. */
  readonly notes?: string;
  /** The fields that were proposed, and that nobody has decided yet. */
  readonly draft?: readonly string[];
  /** Set once the API no longer sends it; entries are never removed. */
  readonly retired?: {
    readonly since: string;
    readonly reason: string;
    readonly replacedBy?: string;
  };
}

/** The documented success row: listed, but no error. */
export interface SuccessEntry extends EntryBase {
  readonly kind: "success";
}

/** An error that the API answers with. */
export interface ErrorEntry extends EntryBase {
  readonly kind: "error";
  /** What it is about: a word of `$defs.Category` in `catalog.schema.json`, as the next are of theirs. */
  readonly category: string;
  /** Whose side the cause is on. */
  readonly fault: string;
  /** What became of the request. */
  readonly outcome: string;
  /** What has to happen before the request is sent again. */
  readonly retry: string;
  /** The least that `after-delay` means, as an ISO 8601 duration. */
  readonly delay?: string;
  /** The one venue that it is limited to. */
  readonly venue?: string;
  /** The names of the errors that no source tells from this one. */
  readonly alike?: readonly string[];
}

/** One row of the catalog. What its fields mean is told in `catalog.schema.json`. */
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
  "alike",
  "documented",
  "sources",
  "notes",
  "retired",
];

/** Whether the entry is an error, and so has judgements and a place among the names. */
export function isErrorEntry(entry: Entry): entry is ErrorEntry {
  return entry.kind === "error";
}

/** The codes that responses of an entry bear: the documented code, then the aliases. */
export function codesOf({ code, aliases }: Pick<Entry, "code" | "aliases">): readonly string[] {
  return [code, ...aliases.map((alias) => alias.code)];
}

/** The texts that responses of an entry have: the message, then the variants, with named placeholders. */
export function wordingsOf({
  message,
  variants,
}: Pick<Entry, "message" | "variants">): readonly string[] {
  return [message, ...variants.map((variant) => variant.message)];
}

/** Entries by name; of two with one name, which a rule reports, the first. */
export function entriesByName<E extends Pick<Entry, "name">>(
  entries: readonly E[],
): ReadonlyMap<string, E> {
  return new Map([...entries].reverse().map((entry) => [entry.name, entry]));
}

/** The fields of an entry that are set, in the order in which they are written. */
export function inFieldOrder(entry: Entry, fields: readonly string[] = ENTRY_FIELDS): object {
  const values = new Map<string, unknown>(Object.entries(entry));
  return Object.fromEntries(
    fields
      .filter((field) => values.get(field) !== undefined)
      .map((field) => [field, values.get(field)]),
  );
}
