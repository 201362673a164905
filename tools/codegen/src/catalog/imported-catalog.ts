import type { Category } from "./manifest.js";

/** A catalog that entries were imported from. */
export interface ImportedCatalog {
  readonly package: string;
  /** The version of the package; absent if it has none. */
  readonly version?: string;
  /** The categories of that catalog, by name. */
  readonly categories: Readonly<Record<string, Category>>;
  /**
   * The files that were read and the package's own package.json, as absolute paths, and their state
   * when they were.
   */
  readonly files: readonly string[];
  readonly fileState: string;
}
