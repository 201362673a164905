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
  /** The one venue that it is limited to. */
  readonly venue?: string;
}

/** One row of the catalog. What its fields mean is told in `catalog.schema.json`. */
export type Entry = ErrorEntry | SuccessEntry;

/** How a response body is read. */
export interface Wire {
  /** The member that holds code and message, where they are not the body's own. */
  readonly envelope?: string;
  /** The member that holds an error's code. */
  readonly code: string;
  /** The member that holds its text. */
  readonly message: string;
  /** In every form that comes. */
  readonly successCodes: readonly (string | number)[];
  /** Whether a JSON number means the code of the same numeric value. */
  readonly numericCodes: boolean;
  /** The member that holds the items of an answer to several requests. */
  readonly batch?: string;
}

/** A package that is generated into. */
export interface PackageTarget {
  /** What it is imported by. Absent in all three where they are folders of one project. */
  readonly name?: string;
  /** Its source folder, relative to the catalog's folder. */
  readonly folder: string;
}

/** What the generators must know of an API beside its entries. */
export interface Manifest {
  /** The catalog's identity, in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The documents whose rows are the documented entries, the newest last. */
  readonly table?: string | readonly string[];
  readonly wire: Wire;
  /** The HTTP status of an error that was refused, by category. */
  readonly problemStatus: Readonly<Record<string, number>>;
  /** The words that a name may end in, before the entry's own code if that follows; absent: any. */
  readonly nameEndings?: readonly string[];
  /** The name of the Error class that is generated. */
  readonly errorClass: string;
  readonly packages: Readonly<Record<"types" | "validator" | "messages", PackageTarget>>;
  /** Whether the packages' own code is generated too. Where not, it stands there by hand. */
  readonly runtime?: boolean;
  /** The modules of emitters of one's own, relative to the catalog's folder. */
  readonly emitters?: readonly string[];
  /** What makes the generated files, as their headers and the hints tell it. */
  readonly generateCommand?: string;
  /** The locale whose texts the others are translated from. */
  readonly sourceLocale: string;
  /** Further tags of locales, each with the tag that it stands for. */
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
  "venue",
  "documented",
  "sources",
  "notes",
  "retired",
];

/** Whether the entry is an error, and so has judgements and a place among the names. */
export function isErrorEntry(entry: Entry): entry is ErrorEntry {
  return entry.kind === "error";
}

/** The command that makes the generated files, for those who read of it. */
export function generateCommand({ generateCommand = "codegen generate" }: Manifest): string {
  return generateCommand;
}

/** The documents whose rows are the documented entries, the newest last; empty where none lists them. */
export function tablesOf({ table = [] }: Manifest): readonly string[] {
  return typeof table === "string" ? [table] : table;
}

/** The name that stands for every error that the catalog does not list; no entry may bear it. */
export const UNRECOGNIZED = "UNRECOGNIZED";
