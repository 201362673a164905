import { memoizeByJson } from "../std/memoize-by-json.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import { type Catalog, isErrorEntry, type Locale, type Review } from "./catalog.js";
import { sourceHashes } from "./source-hash.js";
import { GENERAL_UNITS, unitsOf } from "./text-unit.js";

/**
 * The statuses of a text, from the least to the most trusted. `reviewed` is only what a native
 * speaker has read.
 */
export const STATUSES: readonly Review["status"][] = ["machine", "translated", "reviewed", "final"];

/** Whether a native speaker has read texts of a status. */
export function isRead(status: string | undefined): boolean {
  return status === "reviewed" || status === "final";
}

/** The state of a locale. */
export interface LocaleState {
  /** The number of units that it needs: one for each error, and the general ones. */
  readonly total: number;
  /** The units that are missing, in the order of the catalog. */
  readonly missing: readonly string[];
  /** The units whose source changed after they were made. */
  readonly stale: readonly string[];
  /** The number of units of each status. */
  readonly statuses: Readonly<Record<Review["status"], number>>;
  /** `stable` once every text exists, is up to date, and was read by a native speaker. */
  readonly stability: "experimental" | "stable";
}

/**
 * Returns the names of the units that a locale needs, in the order in which they are written: the
 * same list while they are the same, so that what is remembered of it holds.
 */
export const neededUnits: (catalog: Pick<Catalog, "entries">) => readonly string[] =
  memoizeByObject(({ entries }: Pick<Catalog, "entries">) =>
    sameList([...GENERAL_UNITS, ...entries.filter(isErrorEntry).map(({ name }) => name)]),
  );

const sameList = memoizeByJson((names: readonly string[]) => names);

/** Counts the texts that a locale has, and names those that are missing or stale. */
export const localeState: (catalog: Catalog, locale: Locale) => LocaleState =
  memoizeByObject(countTexts);

function countTexts(catalog: Catalog, locale: Locale): LocaleState {
  const names = neededUnits(catalog);
  const hashes = sourceHashes(catalog, locale.tag);
  const units = unitsOf(locale);
  const present = names.flatMap((name) => units.get(name) ?? []);
  const statuses = { machine: 0, translated: 0, reviewed: 0, final: 0 };
  for (const { status } of present) statuses[status]++;
  const missing = names.filter((name) => !units.has(name));
  const stale = [...units.keys()].filter((name) => {
    const current = hashes.get(name);
    return current !== undefined && current !== units.get(name)?.sourceHash;
  });
  const areRead = statuses.reviewed + statuses.final === names.length;
  return {
    total: names.length,
    missing,
    stale,
    statuses,
    stability: areRead && stale.length === 0 ? "stable" : "experimental",
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
