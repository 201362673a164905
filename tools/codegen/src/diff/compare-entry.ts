import { codesOf, type Entry, isErrorEntry } from "../catalog/entry.js";
import type { ChangeKind } from "./bump-rules.js";
import { type Change, toChange, toListChanges } from "./change.js";
import { compareJudgments, type Judgment } from "./compare-judgments.js";
import { compareWordings } from "./compare-wordings.js";
import { isEqual } from "./is-equal.js";

/** Finds what changed between two states of one entry, apart from its name. */
export function compareEntry(before: Entry, after: Entry): Change[] {
  // The order of lists says nothing, except that of the wordings.
  if (isEqual(before, after)) return compareWordings(before, after);
  const compareFields = (kind: ChangeKind, ...fields: readonly string[]) =>
    fields.flatMap((field) => compareField(before, after, field, kind));
  return [
    ...compareFields("identity-changed", "code", "kind", "category", "fault", "httpStatus"),
    ...compareJudgments(judgmentOf(before), judgmentOf(after)).flatMap(([field, kind]) =>
      compareFields(kind, field),
    ),
    ...compareWordings(before, after),
    ...compareAliases(before, after),
    ...compareFields(hasSameParams(before, after) ? "text-changed" : "params-changed", "params"),
    ...compareFields(
      sunsetOf(before) === sunsetOf(after) ? "text-changed" : "retirement-changed",
      "retired",
    ),
    ...compareFields(
      "text-changed",
      "description",
      "notes",
      "venue",
      "tags",
      "alike",
      "documented",
      "sources",
    ),
  ];
}

function compareField(before: Entry, after: Entry, field: string, kind: ChangeKind): Change[] {
  const [one, other] = [fieldOf(before, field), fieldOf(after, field)];
  return isEqual(one, other) ? [] : [toChange(after, field, one, other, kind)];
}

function fieldOf(entry: Entry, field: string): unknown {
  return new Map<string, unknown>(Object.entries(entry)).get(field);
}

/** A judgment is all that is said of a request that failed; the success row has none. */
function judgmentOf(entry: Entry): Judgment {
  return isErrorEntry(entry) ? entry : {};
}

function compareAliases(before: Entry, after: Entry): Change[] {
  const [former, current] = [codesOf(before).slice(1), codesOf(after).slice(1)];
  const removed = former.filter((code) => !current.includes(code));
  const added = current.filter((code) => !former.includes(code));
  const changes = toListChanges(after, "aliases", removed, added);
  return changes.length > 0 ? changes : compareField(before, after, "aliases", "text-changed");
}

function hasSameParams(before: Entry, after: Entry): boolean {
  return isEqual(Object.keys(before.params), Object.keys(after.params));
}

/** The sunset of a retired entry, `null` if it has none; undefined if the entry is not retired. */
function sunsetOf({ retired }: Entry): string | null | undefined {
  return retired && (retired.sunset ?? null);
}
