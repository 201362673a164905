import type { Entry } from "./entry.js";
import type { ImportedCatalog } from "./imported-catalog.js";
import type { Glossary, Locale } from "./locale.js";
import type { Manifest } from "./manifest.js";

export {
  type Alias,
  type Audience,
  ENTRY_FIELDS,
  type Entry,
  type ErrorEntry,
  isErrorEntry,
  type Param,
  type Source,
  type SuccessEntry,
  type Variant,
} from "./entry.js";
export type { Import } from "./import.js";
export type { ImportedCatalog } from "./imported-catalog.js";
export type {
  Glossary,
  Locale,
  OutcomeWords,
  Review,
  TextCheck,
  Translation,
} from "./locale.js";
export {
  type Category,
  generateCommand,
  type Manifest,
  type PackageTarget,
  tablesOf,
  type WireText,
} from "./manifest.js";
export type { Range } from "./range.js";
export type { Retirement, RetirementException } from "./retirement.js";
export type { Selection, Subset, Tag } from "./subset-model.js";
export { type Wire, wireOf } from "./wire.js";
export type { WirePath, WireStep } from "./wire-path.js";

/** A JSON Schema, as parsed. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A whole catalog: validated, every default filled in, in the order of the source. */
export interface Catalog {
  /** The folder that it was loaded from. */
  readonly directory: string;
  readonly manifest: Manifest;
  /** Those that are imported come last; each names its package as `from`. */
  readonly entries: readonly Entry[];
  /** The catalogs that entries are imported from; absent: there are none. */
  readonly imports?: readonly ImportedCatalog[];
  /** Whether all of the catalog could be read. If not, rules must not report what is missing. */
  readonly complete: boolean;
  readonly locales: readonly Locale[];
  /** `glossary.yaml`, if the catalog has one. */
  readonly glossary?: Glossary;
  /**
   * The names of public entries in `released.json`, which are not removed. Empty before the first
   * release.
   */
  readonly releasedNames: readonly string[];
  /** The sunsets that were released, by name: from that day the entry may be removed after all. */
  readonly releasedSunsets: Readonly<Record<string, string>>;
  /** The schema of the entries, with the manifest's categories and venues. */
  readonly schema: JsonSchema;
  /** The response bodies: the owner's `wire.schema.json`, or what the manifest says of them. */
  readonly wireSchema: JsonSchema;
  /** The file that the schema of the response bodies is from. */
  readonly wireSchemaSource: "wire.schema.json" | "catalog.yaml";
  /** `openapi.yaml`, if the catalog has one. */
  readonly openapi?: JsonSchema;
  /** The lines of each document in `evidence/`, by file name. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  /** The name and purpose of the subset, if it is one of another catalog. */
  readonly subset?: { readonly name: string; readonly description: string };
  /**
   * The codes that errors outside of a part have too: a response with one of them, and no text that
   * fits, need not be an error of the part.
   */
  readonly sharedCodes?: readonly string[];
  /** Whether it is a part of another catalog, such as one without its internal entries. */
  readonly isPart?: boolean;
}

/** The name of every error that the catalog does not list; no entry may have it. */
export const UNRECOGNIZED = "UNRECOGNIZED";

/** The names of failures that are not entries, and what each stands for; no entry may have one. */
export const RESERVED_NAMES: Readonly<Record<string, string>> = {
  [UNRECOGNIZED]: "errors that the catalog does not list",
  INVALID_RESPONSE: "answers that are not the API's",
  NO_RESPONSE: "requests that got no answer",
};
