import type { Source } from "./entry.js";
import type { Import } from "./import.js";
import type { Range } from "./range.js";
import type { Retirement } from "./retirement.js";
import type { Subset, Tag } from "./subset-model.js";

/**
 * The manifest's rules for response bodies, as written; `wireOf` parses it. A path is names
 * separated by dots: `Response.Error`. `errors[]` is each item of a list, `*_response` the one
 * member that fits.
 */
export interface WireText {
  /**
   * The path from the body to an error: absent or empty, the body; `errors[]`, a list of errors.
   */
  readonly error?: string;
  /** The old name of `error`. */
  readonly envelope?: string;
  /**
   * The paths from an error to its code; the first with a value counts. `@status`: the HTTP status.
   */
  readonly code: string | readonly string[];
  /** The paths from an error to its text; the first with a string counts. */
  readonly message: string | readonly string[];
  /** The regular expression whose group is the code, within a string at one of the `code` paths. */
  readonly codePattern?: string;
  /** Members with the values that make a body an error; `status: 400` is of HTTP. */
  readonly failed?: Readonly<Record<string, FlagValue | readonly FlagValue[]>>;
  /** The codes that mean success, in every form that the API sends. Absent: none. */
  readonly success?: readonly (string | number | null)[];
  /** The old name of `success`. */
  readonly successCodes?: readonly (string | number)[];
  /** Whether a JSON number means the code of the same numeric value. Absent: it does. */
  readonly numericCodes?: boolean;
  /** The path to the items of an answer to several requests; `[]`: the body is their list. */
  readonly batch?: string;
  /** The paths from an item to its code, if they are not those of a whole body. */
  readonly batchCode?: string | readonly string[];
  /** The paths from an item to its text, beside `batchCode`. */
  readonly batchMessage?: string | readonly string[];
  /** The meaning of HTTP statuses for requests that no entry explains, by status. */
  readonly statuses?: Readonly<Record<string, StatusFact>>;
}

/** A value of a member that says whether a request failed. */
export type FlagValue = string | number | boolean;

/** The meaning of an HTTP status for a request. */
export interface StatusFact {
  /** Absent: unknown. */
  readonly outcome?: string;
  /** Absent: after-reconcile. */
  readonly retry?: string;
  /** The shortest wait of `after-delay`, as an ISO 8601 duration. */
  readonly delay?: string;
  /** At least one. */
  readonly sources: readonly Source[];
}

/** A category of errors. */
export interface Category {
  /** The HTTP status that a gateway should answer with when a request was rejected. */
  readonly status: number;
  /** The subject of its errors. */
  readonly description: string;
}

/** A package that codegen generates. */
export interface PackageTarget {
  /** The name that it is imported by. Absent in all three if they are folders of one project. */
  readonly name?: string;
  /** Its source folder, relative to the catalog's folder. */
  readonly folder: string;
}

/** A color in both themes, as `#` and six digits. */
interface Color {
  readonly light: string;
  readonly dark: string;
}

/** The looks of the error reference. */
interface Site {
  /** By the name of a custom property of the site's styles. Absent ones are codegen's own. */
  readonly colors?: Readonly<Record<string, Color>>;
}

/** The facts about an API that are not entries. */
export interface Manifest {
  /** The catalog's identity, in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The documents whose rows are the documented entries, the newest last. */
  readonly table?: string | readonly string[];
  readonly wire: WireText;
  /** By name. */
  readonly categories: Readonly<Record<string, Category>>;
  /** The venues that a source may limit an entry to: a description of each, by name. */
  readonly venues?: Readonly<Record<string, string>>;
  /** The tags that entries may have, by name. */
  readonly tags?: Readonly<Record<string, Tag>>;
  /** The parts of the catalog that have outputs of their own, by name. */
  readonly subsets?: Readonly<Record<string, Subset>>;
  /** The words that a name may end in, before the entry's own code if that follows; absent: any. */
  readonly nameEndings?: readonly string[];
  /**
   * The codes and names that each file may hold, and its owner, by file; absent: any, and no owner.
   */
  readonly ranges?: Readonly<Record<string, Range>>;
  /** The terms for removing released entries; absent: on their sunset. */
  readonly retirement?: Retirement;
  /** The published catalogs that entries are imported from. */
  readonly imports?: readonly Import[];
  /** The name of the generated Error class. */
  readonly errorClass: string;
  readonly packages: Readonly<Record<"types" | "validator" | "messages", PackageTarget>> & {
    /** The command line; absent: the catalog has none. */
    readonly cli?: PackageTarget;
  };
  /** Whether the packages' runtime code is generated too; if not, it is written by hand. */
  readonly runtime?: boolean;
  /** The looks of the error reference that `codegen site` draws. */
  readonly site?: Site;
  /** The modules of custom emitters, relative to the catalog's folder. */
  readonly emitters?: readonly string[];
  /** The modules of custom rules, relative to the catalog's folder. */
  readonly rules?: readonly string[];
  /** The command that generates the files, as their headers and hints name it. */
  readonly generateCommand?: string;
  /** The locale whose texts the others are translated from. */
  readonly sourceLocale: string;
  /** More tags of locales, each with the tag that it stands for. */
  readonly localeAliases?: Readonly<Record<string, string>>;
}

/** Returns the command that generates the files, for headers and hints. */
export function generateCommand({ generateCommand = "codegen generate" }: Manifest): string {
  return generateCommand;
}

/** Returns the documents whose rows are the documented entries, the newest last. */
export function tablesOf({ table = [] }: Manifest): readonly string[] {
  return typeof table === "string" ? [table] : table;
}

/** Returns the HTTP status that a gateway should answer with, by category. */
export function statusesOf({ categories }: Manifest): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(categories).map(([name, { status }]) => [name, status]));
}
