import { memoizeByObject } from "../std/memoize-by-object.js";
import {
  type Catalog,
  isErrorEntry,
  type Locale,
  type Translation,
  UNRECOGNIZED,
} from "./catalog.js";
import { sourceHashes } from "./source-hash.js";

/**
 * The statuses of a text, from the least to the most trusted. `reviewed` is only what a native
 * speaker has read.
 */
export const STATUSES: readonly Translation["status"][] = [
  "machine",
  "translated",
  "reviewed",
  "final",
];

/** The state of a locale. */
export interface LocaleState {
  /** The number of texts that it needs: one for each error, and the general one. */
  readonly total: number;
  /** Names without a text, in the order of the catalog. */
  readonly missing: readonly string[];
  /** Names whose source changed after the text was made. */
  readonly stale: readonly string[];
  /** The number of texts of each status. */
  readonly statuses: Readonly<Record<Translation["status"], number>>;
  /** `stable` once every text exists, is up to date, and was read by a native speaker. */
  readonly stability: "experimental" | "stable";
}

/** Returns the names that a locale has texts for, in the order of the catalog. */
export const textNames: (catalog: Pick<Catalog, "entries">) => readonly string[] = memoizeByObject(
  ({ entries }: Pick<Catalog, "entries">) => [
    UNRECOGNIZED,
    ...entries.filter(isErrorEntry).map(({ name }) => name),
  ],
);

/**
 * Returns the two keys of an entry's texts in flat formats. Names have no lower case, so the keys
 * never collide.
 */
export function textKeys(name: string): { readonly message: string; readonly description: string } {
  return { message: name, description: `${name}_description` };
}

/** Counts the texts that a locale has, and names those that are missing or stale. */
export const localeState: (catalog: Catalog, locale: Locale) => LocaleState =
  memoizeByObject(countTexts);

function countTexts(catalog: Catalog, { tag, translations }: Locale): LocaleState {
  const names = textNames(catalog);
  const hashes = sourceHashes(catalog, tag);
  const present = names.filter((name) => Object.hasOwn(translations, name));
  const statuses = { machine: 0, translated: 0, reviewed: 0, final: 0 };
  for (const name of present) statuses[translations[name]?.status ?? "machine"]++;
  const missing = names.filter((name) => !Object.hasOwn(translations, name));
  const stale = present.filter((name) => {
    const current = hashes.get(name);
    return current !== undefined && current !== translations[name]?.sourceHash;
  });
  const isRead = statuses.reviewed + statuses.final === names.length;
  return {
    total: names.length,
    missing,
    stale,
    statuses,
    stability: isRead && stale.length === 0 ? "stable" : "experimental",
  };
}

/** Returns the share of its texts that a locale has, in whole percent, rounded down. */
export function coveragePercent({ total, missing }: LocaleState): number {
  return Math.floor(((total - missing.length) / total) * 100);
}

/** Describes how far a locale's texts can be trusted, in one sentence for users of the packages. */
export function describeState({ total, missing, stale, statuses }: LocaleState): string {
  const counts = STATUSES.filter((status) => statuses[status] > 0).map(
    (status) => `${statuses[status]} ${status}`,
  );
  const lacking = [
    ...(missing.length > 0 ? [`${missing.length} missing`] : []),
    ...(stale.length > 0 ? [`${stale.length} stale`] : []),
  ];
  const isUnread = counts.length > 0 && statuses.reviewed + statuses.final === 0;
  const unread = isUnread ? "; no native speaker has read them yet" : "";
  return `${total} texts: ${[...counts, ...lacking].join(", ")}${unread}.`;
}
