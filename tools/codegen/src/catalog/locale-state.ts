import { memoizeByObject } from "../std/memoize-by-object.js";
import {
  type Catalog,
  isErrorEntry,
  type Locale,
  type Translation,
  UNRECOGNIZED,
} from "./catalog.js";
import { sourceHashes } from "./source-hash.js";

/** What a text may be, from the least to the most trusted: only what a native speaker has read is `reviewed`. */
export const STATUSES: readonly Translation["status"][] = [
  "machine",
  "translated",
  "reviewed",
  "final",
];

/** How far a locale has come. */
export interface LocaleState {
  /** How many texts there should be: one for each error, and the general one. */
  readonly total: number;
  /** Names without a text, in the order of the catalog. */
  readonly missing: readonly string[];
  /** Names whose text was made from another source than the one that stands now. */
  readonly stale: readonly string[];
  /** How many texts have each status. */
  readonly statuses: Readonly<Record<Translation["status"], number>>;
  /** `stable` once every text is there, up to date, and read by a native speaker. */
  readonly stability: "experimental" | "stable";
}

/** The names that a locale has texts for, in the order of the catalog. */
export function textNames({ entries }: Pick<Catalog, "entries">): readonly string[] {
  return namesOf(entries);
}

const namesOf = memoizeByObject((entries: Catalog["entries"]): readonly string[] => [
  UNRECOGNIZED,
  ...entries.filter(isErrorEntry).map(({ name }) => name),
]);

/** The two keys of an entry's texts in formats that are flat; no name has lower case, so they never collide. */
export function textKeys(name: string): { readonly message: string; readonly description: string } {
  return { message: name, description: `${name}_description` };
}

/** Counts what a locale has and lacks. */
export function localeState(catalog: Catalog, locale: Locale): LocaleState {
  return statesOf(catalog)(locale);
}

const statesOf = memoizeByObject((catalog: Catalog) =>
  memoizeByObject((locale: Locale) => countTexts(catalog, locale)),
);

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

/** The share of the texts that a locale has, in whole percent, rounded down. */
export function coveragePercent({ total, missing }: LocaleState): number {
  return Math.floor(((total - missing.length) / total) * 100);
}

/** How trusted a locale's texts are, in one sentence: for readers of the packages. */
export function describeState({ total, missing, stale, statuses }: LocaleState): string {
  const counts = STATUSES.filter((status) => statuses[status] > 0).map(
    (status) => `${statuses[status]} ${status}`,
  );
  const lacking = [
    ...(missing.length > 0 ? [`${missing.length} missing`] : []),
    ...(stale.length > 0 ? [`${stale.length} stale`] : []),
  ];
  const unread =
    statuses.reviewed + statuses.final === 0 ? "; no native speaker has read them yet" : "";
  return `${total} texts: ${[...counts, ...lacking].join(", ")}${unread}.`;
}
