/** One line of a document in `evidence/`. */
export interface Source {
  readonly document: string;
  /** Counted from 1. */
  readonly line: number;
  /** Where the row runs over several lines, the last of them. */
  readonly lastLine?: number;
}

/** What one placeholder of a message stands for. */
export interface Param {
  readonly meaning: string;
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
  readonly name: string;
  readonly code: string;
  readonly aliases: readonly Alias[];
  /** `null` where no source says. */
  readonly httpStatus: number | null;
  /** The text on the wire, to the letter, with named placeholders. */
  readonly message: string;
  readonly variants: readonly Variant[];
  readonly params: Readonly<Record<string, Param>>;
  readonly description: string;
  readonly documented: boolean;
  readonly sources: readonly Source[];
  readonly notes?: string;
  /** The fields that were proposed, and that nobody has decided yet. */
  readonly draft?: readonly string[];
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
  readonly category: string;
  readonly fault: string;
  readonly outcome: string;
  readonly retry: string;
  readonly venue?: string;
}

/** One row of the catalog. What its fields mean is told in `catalog.schema.json`. */
export type Entry = ErrorEntry | SuccessEntry;

/** How a response body is read. */
export interface Wire {
  /** The member that holds code and message, where they are not the body's own. */
  readonly envelope?: string;
  readonly code: string;
  readonly message: string;
  readonly successCodes: readonly (string | number)[];
  /** Whether a JSON number means the code of the same numeric value. */
  readonly numericCodes: boolean;
  /** The member that holds the items of an answer to several requests. */
  readonly batch?: string;
}

/** A package that is generated into. */
export interface PackageTarget {
  readonly name: string;
  /** Its source folder, relative to the catalog's folder. */
  readonly source: string;
}

/** What the generators must know of an API beside its entries. */
export interface Manifest {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The documents whose rows are the documented entries, the newest last. */
  readonly table?: string | readonly string[];
  readonly wire: Wire;
  /** The HTTP status of an error that was refused, by category. */
  readonly problemStatus: Readonly<Record<string, number>>;
  readonly nameEndings?: readonly string[];
  readonly errorClass: string;
  readonly packages: Readonly<Record<"types" | "validator" | "messages", PackageTarget>>;
  readonly sourceLocale: string;
  readonly localeAliases?: Readonly<Record<string, string>>;
}

/** One entry's texts in one locale. */
export interface Translation {
  readonly message: string;
  readonly description: string;
  readonly status: "machine" | "translated" | "reviewed" | "final";
  /** The hash of what was translated; another hash than the source's marks the translation stale. */
  readonly sourceHash: string;
  /** The checks that this entry's texts are excused from. */
  readonly allow?: readonly TextCheck[];
}

/** What is checked of a text, and may be allowed for one entry. */
export type TextCheck = "untranslated" | "overlong" | "terms" | "script" | "spacing";

/** The texts of one locale, by entry name. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  readonly translations: Readonly<Record<string, Translation>>;
}

/** What the locales call the terms of the field. */
export interface Glossary {
  /** Each term in English, and by locale what it is called there, and the words that must not stand for it. */
  readonly terms: readonly {
    readonly term: string;
    readonly locales: Readonly<
      Record<string, { readonly use: string; readonly never?: readonly string[] }>
    >;
  }[];
  /** By locale: the characters that are right in its texts although the tables count them to the other script. */
  readonly characters?: Readonly<Record<string, string>>;
}

/** A JSON Schema, as parsed. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A whole catalog: checked for form, every default filled in, in the order of the source. */
export interface Catalog {
  /** The folder that it was loaded from. */
  readonly directory: string;
  readonly manifest: Manifest;
  readonly entries: readonly Entry[];
  /** Whether all of the catalog could be read. Where not, rules that look for what is missing would mislead. */
  readonly complete: boolean;
  readonly locales: readonly Locale[];
  /** `glossary.yaml`, where the catalog has one. */
  readonly glossary?: Glossary;
  /** The names in `released.json`: they are never removed. Empty before the first release. */
  readonly releasedNames: readonly string[];
  /** `catalog.schema.json`: what an entry may say. */
  readonly schema: JsonSchema;
  /** `wire.schema.json`: the response bodies. */
  readonly wireSchema: JsonSchema;
  /** `openapi.yaml`, where the catalog has one. */
  readonly openapi?: JsonSchema;
  /** The lines of each document in `evidence/`, by file name. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
}

/** Whether the entry is an error, and so has judgements and a place among the names. */
export function isErrorEntry(entry: Entry): entry is ErrorEntry {
  return entry.kind === "error";
}

/** The documents whose rows are the documented entries, the newest last; empty where none lists them. */
export function tablesOf({ table = [] }: Manifest): readonly string[] {
  return typeof table === "string" ? [table] : table;
}

/** The name that stands for every error that the catalog does not list; no entry may bear it. */
export const UNRECOGNIZED = "UNRECOGNIZED";
