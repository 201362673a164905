import type { Entry } from "../catalog/catalog.js";
import type { ChangeKind } from "./bump-rules.js";

/** One thing that changed between two catalogs. */
export interface Change {
  /** The entry's name; `*` for a change of the whole catalog. */
  readonly name: string;
  /** The entry's code, for people; empty for a change of the whole catalog. */
  readonly code: string;
  /**
   * The part that changed: a field of the entry, `entry` for all of it, `locales.<tag>` for its
   * texts, `candidates.<code>` for the entries that share a code.
   */
  readonly field: string;
  /** `null` if it was added. */
  readonly before: unknown;
  /** `null` if it was removed. */
  readonly after: unknown;
  readonly kind: ChangeKind;
}

/** Creates a change of an entry. */
export function toChange(
  { name, code }: Pick<Entry, "name" | "code">,
  field: string,
  before: unknown,
  after: unknown,
  kind: ChangeKind,
): Change {
  return { name, code, field, before: before ?? null, after: after ?? null, kind };
}

/** Creates a change of the whole catalog. */
export function toCatalogChange(
  field: string,
  before: unknown,
  after: unknown,
  kind: ChangeKind,
): Change {
  return toChange({ name: "*", code: "" }, field, before, after, kind);
}

/** Creates the changes of a list of wordings or aliases: those removed, and those added. */
export function toListChanges(
  entry: Entry,
  field: string,
  removed: readonly string[],
  added: readonly string[],
): Change[] {
  return [
    ...(removed.length > 0 ? [toChange(entry, field, removed, null, "wording-removed")] : []),
    ...(added.length > 0 ? [toChange(entry, field, null, added, "wording-added")] : []),
  ];
}
