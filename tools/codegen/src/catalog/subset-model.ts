import type { Audience } from "./entry.js";

/** The entries that have one of some names, codes, categories or tags. */
export interface Selection {
  /** `ORDER_*` or one name. */
  readonly names?: readonly string[];
  /** `2000..2999`, `E100..E199`, `order.*` or one code. */
  readonly codes?: readonly string[];
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
}

/** A tag, and which entries have it beside those that name it. */
export interface Tag extends Omit<Selection, "tags"> {
  readonly description: string;
}

/** A part of the catalog that has outputs of its own; without a selection, all of its entries. */
export interface Subset extends Selection {
  readonly description: string;
  /** The venues whose entries it has; absent: all. Entries without a venue are always in it. */
  readonly venues?: readonly string[];
  /** Whether internal entries are in it too; absent: they are not. */
  readonly audience?: Audience;
  /** The folder of its outputs, relative to the catalog's; absent: the catalog's packages. */
  readonly folder?: string;
}
