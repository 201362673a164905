import type { Source } from "./entry.js";

/** How a response body is read. */
export interface Wire {
  /** The member that holds code and message, where they are not the body's own. */
  readonly error?: string;
  /** The member that holds an error's code. */
  readonly code: string;
  /** The member that holds its text; of several, the first that is there. */
  readonly message: string | readonly string[];
  /** In every form that comes. */
  readonly success: readonly (string | number)[];
  /** Whether a JSON number means the code of the same numeric value. */
  readonly numericCodes: boolean;
  /** The member that holds the items of an answer to several requests. */
  readonly batch?: string;
  /** The members of a body that say whether the request failed, each with the values that say so. */
  readonly failed?: Readonly<Record<string, FlagValue | readonly FlagValue[]>>;
  /** What an HTTP status says of a request where no entry explains the answer, by status. */
  readonly statuses?: Readonly<Record<string, StatusFact>>;
}

/** A value of a member that says whether a request failed. */
type FlagValue = string | number | boolean;

/** Returns the members that hold an error's text; the first is the main one. */
export function messageKeysOf({ message }: Wire): readonly [string, ...string[]] {
  return typeof message === "string" ? [message] : (message as [string, ...string[]]);
}

/** What an HTTP status says of a request. */
export interface StatusFact {
  /** Absent: unknown. */
  readonly outcome?: string;
  /** Absent: after-reconcile. */
  readonly retry?: string;
  /** The least that `after-delay` means, as an ISO 8601 duration. */
  readonly delay?: string;
  /** At least one. */
  readonly sources: readonly Source[];
}

/** A group of errors. */
export interface Category {
  /** The HTTP status that a gateway should answer with when a request was rejected. */
  readonly status: number;
  /** What its errors are about. */
  readonly description: string;
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
  /** What errors are about, by name. */
  readonly categories: Readonly<Record<string, Category>>;
  /** The venues that a source may limit an entry to: what each is, by name. */
  readonly venues?: Readonly<Record<string, string>>;
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

/** The command that makes the generated files, for those who read of it. */
export function generateCommand({ generateCommand = "codegen generate" }: Manifest): string {
  return generateCommand;
}

/** The documents whose rows are the documented entries, the newest last; empty where none lists them. */
export function tablesOf({ table = [] }: Manifest): readonly string[] {
  return typeof table === "string" ? [table] : table;
}

/** The HTTP status that a gateway should answer with, by category. */
export function statusesOf({ categories }: Manifest): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(categories).map(([name, { status }]) => [name, status]));
}
