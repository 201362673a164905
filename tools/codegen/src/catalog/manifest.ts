import type { Source } from "./entry.js";

/** How a response body is read. */
export interface Wire {
  /** The member that holds code and message, if the body itself does not. */
  readonly error?: string;
  /** The member that holds an error's code. */
  readonly code: string;
  /** The member that holds its text; of several, the first that is present. */
  readonly message: string | readonly string[];
  /** The codes that mean success, in every form that the API sends. */
  readonly success: readonly (string | number)[];
  /** Whether a JSON number means the code of the same numeric value. */
  readonly numericCodes: boolean;
  /** The member that holds the items of an answer to several requests. */
  readonly batch?: string;
  /** The members of a body that say whether the request failed, with the values that say so. */
  readonly failed?: Readonly<Record<string, FlagValue | readonly FlagValue[]>>;
  /** What an HTTP status says about a request that no entry explains, by status. */
  readonly statuses?: Readonly<Record<string, StatusFact>>;
}

/** A value of a member that says whether a request failed. */
type FlagValue = string | number | boolean;

/** Returns the members that hold an error's text; the first is the main one. */
export function messageKeysOf({ message }: Wire): readonly [string, ...string[]] {
  return typeof message === "string" ? [message] : (message as [string, ...string[]]);
}

/** What an HTTP status says about a request. */
interface StatusFact {
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
  /** What its errors are about. */
  readonly description: string;
}

/** A package that codegen generates. */
export interface PackageTarget {
  /** The name that it is imported by. Absent in all three if they are folders of one project. */
  readonly name?: string;
  /** Its source folder, relative to the catalog's folder. */
  readonly folder: string;
}

/** The facts about an API that are not entries. */
export interface Manifest {
  /** The catalog's identity, in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The documents whose rows are the documented entries, the newest last. */
  readonly table?: string | readonly string[];
  readonly wire: Wire;
  /** By name. */
  readonly categories: Readonly<Record<string, Category>>;
  /** The venues that a source may limit an entry to: a description of each, by name. */
  readonly venues?: Readonly<Record<string, string>>;
  /** The words that a name may end in, before the entry's own code if that follows; absent: any. */
  readonly nameEndings?: readonly string[];
  /** The name of the generated Error class. */
  readonly errorClass: string;
  readonly packages: Readonly<Record<"types" | "validator" | "messages", PackageTarget>>;
  /** Whether the packages' runtime code is generated too; if not, it is written by hand. */
  readonly runtime?: boolean;
  /** The modules of custom emitters, relative to the catalog's folder. */
  readonly emitters?: readonly string[];
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
