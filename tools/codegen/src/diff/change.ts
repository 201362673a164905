import type { Entry } from "../catalog/catalog.js";
import type { ChangeKind } from "./bump.js";

/** One thing that changed between two catalogs. */
export interface Change {
  /** The entry's name; `*` for what concerns the whole catalog. */
  readonly name: string;
  /** The entry's code, for people; empty for what concerns the whole catalog. */
  readonly code: string;
  /** What of it changed: a field of the entry, `entry` for all of it, `locales.<tag>` for its texts, `candidates.<code>` for who shares a code. */
  readonly field: string;
  /** `null` where there was nothing. */
  readonly before: unknown;
  /** `null` where there is nothing any more. */
  readonly after: unknown;
  readonly kind: ChangeKind;
}

/** What changed of an entry. */
export function changeOf(
  { name, code }: Pick<Entry, "name" | "code">,
  field: string,
  before: unknown,
  after: unknown,
  kind: ChangeKind,
): Change {
  return { name, code, field, before, after, kind };
}

/** What changed of the whole catalog. */
export function catalogChange(
  field: string,
  before: unknown,
  after: unknown,
  kind: ChangeKind,
): Change {
  return changeOf({ name: "*", code: "" }, field, before ?? null, after ?? null, kind);
}
