import { type Entry, isInternal } from "../catalog/entry.js";
import { createMembership } from "../catalog/subset.js";
import type { Subset } from "../catalog/subset-model.js";
import type { ChangeKind } from "./bump-rules.js";
import { type Change, toCatalogChange, toChange } from "./change.js";
import { pairUp } from "./find-differences.js";
import type { Snapshot } from "./snapshot.js";

/**
 * Finds what changed between the subsets of two catalogs; nothing if one side has no manifest. That
 * an entry was added to the catalog, or removed, is a change of the catalog.
 */
export function compareSubsets(before: Snapshot, after: Snapshot): Change[] {
  if (before.manifest === undefined || after.manifest === undefined) return [];
  const { subsets: former = {} } = before.manifest;
  const { subsets: current = {} } = after.manifest;
  return pairUp(former, current).flatMap(({ key: name, before: one, after: other }) => {
    const changes =
      one === undefined || other === undefined
        ? [toSubsetChange(name, one, other)]
        : [
            ...compareDeclarations(name, one, other),
            ...compareMembers(name, [before, one], [after, other]),
          ];
    // One that gets internal entries, or loses them, is published on the other side.
    const isInside = [one, other].every(
      (subset) => subset === undefined || subset.audience === "internal",
    );
    return isInside
      ? changes.map((change): Change => ({ ...change, kind: "internal-changed" }))
      : changes;
  });
}

/** A subset that was added or removed. */
function toSubsetChange(name: string, before: Subset | undefined, after: Subset | undefined) {
  const kind = after === undefined ? "subset-narrowed" : "subset-widened";
  return toCatalogChange(`subsets.${name}`, before?.description, after?.description, kind);
}

function compareDeclarations(name: string, before: Subset, after: Subset): Change[] {
  const compare = (member: "folder" | "description", kind: ChangeKind) =>
    toCatalogChange(`subsets.${name}.${member}`, before[member], after[member], kind);
  const texts =
    before.description === after.description ? [] : [compare("description", "text-changed")];
  if ((before.folder === undefined) === (after.folder === undefined)) return texts;
  // A subset that leaves the packages is no longer imported from there.
  const kind = before.folder === undefined ? "contract-changed" : "subset-widened";
  return [compare("folder", kind), ...texts];
}

type State = readonly [snapshot: Snapshot, subset: Subset];

/** Finds the entries of both catalogs that left the subset, or entered it. */
function compareMembers(name: string, before: State, after: State): Change[] {
  const [former, current] = [membersOf(before), membersOf(after)];
  return after[0].entries.flatMap((entry) => {
    const [was, is] = [former.get(entry.name), current.get(entry.name)];
    if (was === undefined || is === undefined || was === is) return [];
    const field = `subsets.${name}`;
    return is
      ? toChange(entry, field, null, name, "subset-widened")
      : toChange(entry, field, name, null, "subset-narrowed");
  });
}

/** Whether each public entry is in a subset, by name. */
function membersOf([{ entries }, subset]: State): ReadonlyMap<string, boolean> {
  const isInside = createMembership(subset);
  return new Map(
    entries
      .filter((entry: Entry) => !isInternal(entry))
      .map((entry) => [entry.name, isInside(entry)] as const),
  );
}
