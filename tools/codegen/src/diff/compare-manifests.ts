import type { Manifest } from "../catalog.js";
import { type Change, catalogChange } from "./change.js";
import { isEqual } from "./is-equal.js";

/** The parts of the manifest that programs rely on; the others are words about the catalog, or rules for its editors. */
const CONTRACT = ["id", "wire", "problemStatus", "errorClass", "packages", "sourceLocale"] as const;

/** What changed between two manifests; nothing where one side has none. */
export function compareManifests(
  before: Manifest | undefined,
  after: Manifest | undefined,
): Change[] {
  if (before === undefined || after === undefined) return [];
  const changes: Change[] = [];
  for (const field of CONTRACT) {
    if (!isEqual(before[field], after[field]))
      changes.push(catalogChange(field, before[field], after[field], "contract"));
  }
  for (const field of ["title", "description"] as const) {
    if (before[field] !== after[field])
      changes.push(catalogChange(field, before[field], after[field], "wording"));
  }
  const [old, current] = [before.localeAliases ?? {}, after.localeAliases ?? {}];
  for (const alias of new Set([...Object.keys(old), ...Object.keys(current)])) {
    if (old[alias] === current[alias]) continue;
    const kind = current[alias] === undefined ? "unmatched" : "matched";
    changes.push(catalogChange(`localeAliases.${alias}`, old[alias], current[alias], kind));
  }
  return changes;
}
