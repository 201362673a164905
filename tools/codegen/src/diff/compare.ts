import type { Entry, JsonSchema, Manifest } from "../catalog.js";
import { groupBy } from "../group-by.js";
import { ownValue } from "../own-value.js";
import { successorOf } from "../renamed.js";
import { BUMP_RULES, type Bump, type ChangeKind, greatestBump } from "./bump.js";
import type { Snapshot } from "./snapshot.js";

/** One thing that changed between two catalogs. */
export interface Change {
  /** The entry's name; `*` for what concerns the whole catalog. */
  readonly name: string;
  /** The entry's code, for people; empty for what concerns the whole catalog. */
  readonly code: string;
  /** What of it changed: a field of the entry, `entry` for all of it, `locales.<tag>` for its texts. */
  readonly field: string;
  /** `null` where there was nothing. */
  readonly before: unknown;
  /** `null` where there is nothing any more. */
  readonly after: unknown;
  readonly kind: ChangeKind;
}

/** What changed between two catalogs, by meaning: the order of files, entries and keys says nothing. */
export function compare(before: Snapshot, after: Snapshot): readonly Change[] {
  return [
    ...compareEntries(before.entries, after.entries),
    ...compareManifests(before.manifest, after.manifest),
    ...compareSchemas("wire.schema.json", before.wireSchema, after.wireSchema),
    ...compareSchemas("openapi.yaml", before.openapi, after.openapi),
    ...compareLocales(before, after),
  ];
}

/** The bump that several changes call for together. */
export function bumpOf(changes: readonly Change[]): Bump {
  return greatestBump(changes.map(({ kind }) => BUMP_RULES[kind].bump));
}

function compareEntries(before: readonly Entry[], after: readonly Entry[]): Change[] {
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
  for (const field of ["description", "notes", "venue", "documented", "sources"])
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

/** The parts of the manifest that programs rely on; the others are words about the catalog, or rules for its editors. */
const CONTRACT = ["id", "wire", "problemStatus", "errorClass", "packages", "sourceLocale"] as const;

function compareManifests(before: Manifest | undefined, after: Manifest | undefined): Change[] {
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

function compareSchemas(
  field: string,
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
): Change[] {
  if (before === undefined || after === undefined || isEqual(before, after)) return [];
  const isSame = isEqual(withoutWords(before), withoutWords(after));
  return [catalogChange(field, null, null, isSame ? "wording" : "contract")];
}

/** A schema without what only people read. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(
    // A property may bear such a name; then its value is a schema.
    ([key, member]) =>
      !["title", "description", "$comment", "summary"].includes(key) || typeof member === "object",
  );
  return Object.fromEntries(members.map(([key, member]) => [key, withoutWords(member)]));
}

function compareLocales(
  { locales: before }: Snapshot,
  { entries, locales: after }: Snapshot,
): Change[] {
  if (before === undefined || after === undefined) return [];
  const codes = new Map(entries.map(({ name, code }) => [name, code]));
  const changes: Change[] = [];
  for (const tag of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, current] = [ownValue(before, tag), ownValue(after, tag)];
    const field = `locales.${tag}`;
    if (old === undefined || current === undefined) {
      const kind = old === undefined ? "matched" : "unmatched";
      changes.push(
        catalogChange(
          field,
          old === undefined ? null : tag,
          current === undefined ? null : tag,
          kind,
        ),
      );
      continue;
    }
    for (const name of new Set([...Object.keys(old), ...Object.keys(current)])) {
      const [one, other] = [ownValue(old, name), ownValue(current, name)];
      if (isEqual(one, other)) continue;
      const entry = { name, code: codes.get(name) ?? "" };
      changes.push(changeOf(entry, field, one ?? null, other ?? null, "wording"));
    }
  }
  return changes;
}

function changeOf(
  { name, code }: Pick<Entry, "name" | "code">,
  field: string,
  before: unknown,
  after: unknown,
  kind: ChangeKind,
): Change {
  return { name, code, field, before, after, kind };
}

function catalogChange(field: string, before: unknown, after: unknown, kind: ChangeKind): Change {
  return changeOf({ name: "*", code: "" }, field, before ?? null, after ?? null, kind);
}

function isEqual(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** A value as a text that does not depend on the order of keys, nor on that of list items: all lists of a catalog are sets. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`,
  );
  return `{${members.sort().join()}}`;
}
