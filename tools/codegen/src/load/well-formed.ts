import { basename } from "node:path";
import type { Entry } from "../catalog/entry.js";
import type { Locale } from "../catalog/locale.js";
import { DEVELOPER } from "../catalog/text-unit.js";
import type { DocumentPath, SourceFile } from "../source/source-file.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import type { ValidatedFile } from "./read-files.js";
import type { Validation } from "./validate-file.js";

/** An entry, and its place: the index in its file. */
export interface LocatedEntry {
  readonly entry: Entry;
  readonly file: SourceFile;
  readonly index: number;
}

/**
 * The entries of a file that have the right form, with every default filled in: the same objects
 * while the file has not changed, so that what is known of them holds.
 */
export function wellFormedEntries({ file, validation }: ValidatedFile): readonly LocatedEntry[] {
  return entriesOf(file, validation);
}

const entriesOf = memoizeByObject(
  (file: SourceFile, validation: Validation): readonly LocatedEntry[] => {
    const invalid = new Set(
      validation.invalidPaths.map(([member, index]) => (member === "entries" ? index : undefined)),
    );
    if (invalid.has(undefined)) return [];
    const { entries } = file.value as { readonly entries: readonly Partial<Entry>[] };
    return entries.flatMap((entry, index) =>
      invalid.has(index) ? [] : [{ entry: withDefaults(entry), file, index }],
    );
  },
);

// A file that was edited has the same objects where its entries have not changed.
const withDefaults = memoizeByObject((entry: Partial<Entry>): Entry => {
  const { aliases = [], variants = [], params = {}, documented = true, kind = "error" } = entry;
  return { kind, aliases, variants, params, documented, ...entry } as Entry;
});

/** A locale with those of its texts that have the right form: the same object likewise. */
export function wellFormedLocale({ file, validation }: ValidatedFile): Locale {
  return localeIn(file, validation);
}

const localeIn = memoizeByObject((file: SourceFile, validation: Validation): Locale => {
  const tag = basename(file.file, ".json");
  const invalid = new Set(validation.invalidPaths.map(malformedPart));
  if (invalid.has(undefined)) return { tag, translations: {} };
  const { $schema, ...parts } = (file.value ?? {}) as Readonly<Record<string, object>>;
  const { questions, outcomes, catalog, developer = {}, ...texts } = withoutParts(parts, invalid);
  const notes = withoutParts(developer, invalid, `${DEVELOPER}.`);
  return {
    tag,
    translations: texts as Locale["translations"],
    ...(questions && { questions: questions as NonNullable<Locale["questions"]> }),
    ...(outcomes && { outcomes: outcomes as NonNullable<Locale["outcomes"]> }),
    ...(catalog && { catalog: catalog as NonNullable<Locale["catalog"]> }),
    ...(Object.keys(notes).length > 0 && { developer: notes as Locale["developer"] & object }),
  };
});

/** The part of a locale's file that a malformed value makes unusable; undefined for all of it. */
function malformedPart([part, name]: DocumentPath): string | undefined {
  if (part === DEVELOPER && name !== undefined) return `${DEVELOPER}.${name}`;
  return part === undefined ? undefined : String(part);
}

function withoutParts(
  parts: object,
  invalid: ReadonlySet<string | undefined>,
  prefix = "",
): Readonly<Record<string, object>> {
  if (invalid.size === 0) return parts as Readonly<Record<string, object>>;
  return Object.fromEntries(
    Object.entries(parts).filter(([name]) => !invalid.has(`${prefix}${name}`)),
  );
}
