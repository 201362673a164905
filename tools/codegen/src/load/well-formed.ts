import { basename } from "node:path";
import type { Entry } from "../catalog/entry.js";
import type { Locale, Translation } from "../catalog/locale.js";
import type { SourceFile } from "../source/source-file.js";
import type { ValidatedFile } from "./read-files.js";

/** An entry, and its place: the index in its file. */
export interface LocatedEntry {
  readonly entry: Entry;
  readonly file: SourceFile;
  readonly index: number;
}

/** The entries of a file that have the right form, with every default filled in. */
export function wellFormedEntries({ file, validation }: ValidatedFile): readonly LocatedEntry[] {
  const invalid = new Set(
    validation.invalidPaths.map(([member, index]) => (member === "entries" ? index : undefined)),
  );
  if (invalid.has(undefined)) return [];
  const { entries } = file.value as { readonly entries: readonly Partial<Entry>[] };
  return entries
    .map((entry, index) => ({ entry: withDefaults(entry), file, index }))
    .filter(({ index }) => !invalid.has(index));
}

function withDefaults(entry: Partial<Entry>): Entry {
  const defaults = { kind: "error", aliases: [], variants: [], params: {}, documented: true };
  return { ...defaults, ...entry } as Entry;
}

/** A locale with those of its texts that have the right form. */
export function wellFormedLocale({ file, validation }: ValidatedFile): Locale {
  const invalid = new Set(validation.invalidPaths.map(([name]) => name));
  const { $schema, ...texts } = (file.value ?? {}) as Record<string, Translation>;
  const valid = Object.entries(invalid.has(undefined) ? {} : texts).filter(
    ([name]) => !invalid.has(name),
  );
  return { tag: basename(file.file, ".json"), translations: Object.fromEntries(valid) };
}
