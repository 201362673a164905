/** A published catalog, and which of its entries the manifest imports. */
export interface Import {
  /** The name of its package, as npm resolves it from the catalog's folder. */
  readonly package: string;
  /** Absent: all of its errors. */
  readonly names?: readonly string[];
}

/**
 * The form of a generated `catalog.json`. It changes when programs that read an older form could
 * misunderstand a newer one.
 */
export const CATALOG_FORMAT = 1;
