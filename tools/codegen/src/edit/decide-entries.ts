import type { Entry } from "../catalog/entry.js";
import { escapePattern } from "../std/escape-pattern.js";
import {
  type EntryNode,
  findEntryNodes,
  keepWords,
  removeMember,
  setMember,
} from "./entry-nodes.js";
import { applyEdits, type EditedFile, type TextEdit } from "./text-edit.js";

/** A decision about drafts. */
export interface Decision {
  /** Patterns by field, of which all must match. `*` stands for any text. */
  readonly where: Readonly<Record<string, string>>;
  /** Values by field. */
  readonly set: Readonly<Record<string, string>>;
  /** The fields that keep the value that was proposed. */
  readonly accept: readonly string[];
}

/** A draft that a decision concerns. */
export interface DecidedEntry {
  readonly entry: Entry;
  /** The fields that are decided: the value that was proposed, and the decided one. */
  readonly changes: readonly {
    readonly field: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  /** The fields that remain to be decided. */
  readonly remaining: readonly string[];
}

/**
 * Finds the drafts that a decision concerns. A field that is no longer listed under `draft` was
 * decided before, and does not change.
 */
export function decideEntries(
  entries: readonly Entry[],
  { where, set, accept }: Decision,
): readonly DecidedEntry[] {
  return entries.flatMap((entry) => {
    const { draft = [] } = entry;
    const decided = draft.filter((field) => Object.hasOwn(set, field) || accept.includes(field));
    if (decided.length === 0 || !isMatch(entry, where)) return [];
    const values: Readonly<Record<string, unknown>> = { ...entry };
    const changes = decided.map((field) => ({
      field,
      before: values[field],
      after: set[field] ?? values[field],
    }));
    return [{ entry, changes, remaining: draft.filter((field) => !decided.includes(field)) }];
  });
}

/** Writes decisions into the files of a catalog's entries. Returns the files that change. */
export function applyDecisions(
  files: ReadonlyMap<string, string>,
  decided: readonly DecidedEntry[],
): readonly EditedFile[] {
  const byName = new Map(decided.map((each) => [each.entry.name, each]));
  return [...files].flatMap(([path, before]) => {
    const edits = findEntryNodes(before).flatMap((node) => {
      const decision = byName.get(node.name);
      return decision === undefined ? [] : editsOf(before, node, decision);
    });
    return edits.length === 0 ? [] : [{ path, before, after: applyEdits(before, edits) }];
  });
}

function editsOf(
  text: string,
  { map }: EntryNode,
  { changes, remaining }: DecidedEntry,
): readonly TextEdit[] {
  const draft =
    remaining.length === 0
      ? removeMember(text, map, "draft")
      : keepWords(text, map, "draft", remaining);
  const values = changes
    .filter(({ before, after }) => before !== after)
    .flatMap(({ field, after }) => setMember(text, map, field, String(after)));
  return [...values, ...draft];
}

/** Whether all patterns fit an entry. */
export function isMatch(entry: Entry, where: Decision["where"]): boolean {
  const values: Readonly<Record<string, unknown>> = { ...entry };
  return Object.entries(where).every(([field, pattern]) => {
    const value = values[field];
    return globOf(pattern).test(value === null || value === undefined ? "" : String(value));
  });
}

/** A pattern as an expression: a run of `*` is one, so that matching is fast. */
function globOf(pattern: string): RegExp {
  const literals = pattern.split(/\*+/).map(escapePattern);
  return new RegExp(`^${literals.join("[^]*")}$`);
}
