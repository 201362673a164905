import type { Entry } from "../catalog/catalog.js";
import { successorOf } from "../catalog/successor.js";
import { groupBy } from "../std/group-by.js";
import type { ChangeKind } from "./bump.js";
import { type Change, changeOf } from "./change.js";
import { isEqual } from "./is-equal.js";

/** What changed between the entries of two catalogs. */
export function compareEntries(before: readonly Entry[], after: readonly Entry[]): Change[] {
  const old = new Map(before.map((entry) => [entry.name, entry]));
  const current = new Map(after.map((entry) => [entry.name, entry]));
  const gone = new Set(before.filter(({ name }) => !current.has(name)));
  const sameText = ({ code, message }: Entry) => JSON.stringify([code, message]);
  const goneByText = groupBy(gone, sameText);
  const changes: Change[] = [];
  for (const entry of after) {
    const same = old.get(entry.name);
    if (same !== undefined) {
      changes.push(...compareEntry(same, entry));
      const [one, other] = [successorOf(same, before), successorOf(entry, after)];
      if (one !== other)
        changes.push(changeOf(entry, "name", one ?? entry.name, other ?? entry.name, "renamed"));
      continue;
    }
    // Who keeps the old entry renames by a retirement.
    const former = goneByText.get(sameText(entry))?.shift();
    if (former === undefined) {
      changes.push(changeOf(entry, "entry", null, entry, "added"));
      continue;
    }
    gone.delete(former);
    changes.push(changeOf(entry, "name", former.name, entry.name, "renamed"));
    changes.push(...compareEntry(former, entry));
  }
  for (const entry of gone) changes.push(changeOf(entry, "entry", entry, null, "removed"));
  return changes;
}

function compareEntry(before: Entry, after: Entry): Change[] {
  const changes: Change[] = [];
  const add = (field: string, kind: ChangeKind, one: unknown, other: unknown) =>
    changes.push(changeOf(after, field, one ?? null, other ?? null, kind));
  /** A field that has one meaning, whatever its value. */
  const compareField = (field: string, kind: ChangeKind) => {
    const [one, other] = [before, after].map((entry) => fieldsOf(entry)[field]);
    if (!isEqual(one, other)) add(field, kind, one, other);
  };
  for (const field of ["code", "kind", "category", "fault", "httpStatus"])
    compareField(field, "identity");
  for (const field of ["outcome", "retry"] as const) {
    const [one, other] = [before, after].map((entry) => fieldsOf(entry)[field]);
    if (one !== other) add(field, isMoreCautious(one, other) ? "cautious" : "unsafe", one, other);
  }
  compareWordings(before, after, add);
  compareAliases(before, after, add);
  if (!isEqual(Object.keys(before.params).sort(), Object.keys(after.params).sort()))
    add("params", "params", before.params, after.params);
  else compareField("params", "wording");
  if ((before.retired === undefined) !== (after.retired === undefined))
    compareField("retired", "retired");
  else compareField("retired", "wording");
  for (const field of ["description", "notes", "venue", "alike", "documented", "sources"])
    compareField(field, "wording");
  return changes;
}

const fieldsOf = (entry: Entry): Readonly<Record<string, unknown>> => ({ ...entry });

type Add = (field: string, kind: ChangeKind, before: unknown, after: unknown) => void;

/** What counts of wordings is which texts are understood: a message may become a variant, and a variant the message. */
function compareWordings(before: Entry, after: Entry, add: Add): void {
  const [old, current] = [before, after].map(
    ({ message, variants }) => new Set([message, ...variants.map((variant) => variant.message)]),
  ) as [Set<string>, Set<string>];
  const isReworded = before.message !== after.message;
  if (isReworded)
    add(
      "message",
      current.has(before.message) ? "reworded" : "unmatched",
      before.message,
      after.message,
    );
  const lost = [...old].filter((text) => !current.has(text) && text !== before.message);
  const gained = [...current].filter((text) => !old.has(text) && text !== after.message);
  if (lost.length > 0) add("variants", "unmatched", lost, null);
  if (gained.length > 0) add("variants", "matched", null, gained);
  if (
    lost.length === 0 &&
    gained.length === 0 &&
    !isReworded &&
    !isEqual(before.variants, after.variants)
  )
    add("variants", "wording", before.variants, after.variants);
}

function compareAliases(before: Entry, after: Entry, add: Add): void {
  const [old, current] = [before, after].map(({ aliases }) => aliases.map(({ code }) => code)) as [
    string[],
    string[],
  ];
  const lost = old.filter((code) => !current.includes(code));
  const gained = current.filter((code) => !old.includes(code));
  if (lost.length > 0) add("aliases", "unmatched", lost, null);
  if (gained.length > 0) add("aliases", "matched", null, gained);
  if (lost.length === 0 && gained.length === 0 && !isEqual(before.aliases, after.aliases))
    add("aliases", "wording", before.aliases, after.aliases);
}

/** From what lets a program act at once to what makes it stop and look. */
const CAUTION: readonly unknown[] = ["after-delay", "after-fix", "never", "after-reconcile"];

function isMoreCautious(before: unknown, after: unknown): boolean {
  return (
    after === "unknown" ||
    (CAUTION.includes(before) && CAUTION.indexOf(after) > CAUTION.indexOf(before))
  );
}
