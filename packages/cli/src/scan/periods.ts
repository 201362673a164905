import type { Period } from "./report.js";
import { toIso } from "./span.js";

/** More periods than a capture of years has. */
const MAX_PERIODS = 100_000;

/** The number of characters of a time in ISO 8601 that name the period. */
const LENGTHS = { minute: 16, hour: 13, day: 10 } as const;

/** Its end completes a period, which is the beginning of a time. */
const MIDNIGHT = "0000-00-00T00:00:00Z";

/** The length of a period. */
export type PeriodLength = keyof typeof LENGTHS;

/** Counts by period. Memory is limited, whatever comes. */
export class Periods {
  readonly #length: PeriodLength;
  readonly #counts = new Map<string | null, Map<string, number>>();

  constructor(length: PeriodLength) {
    this.#length = length;
  }

  /** Counts one. */
  add(name: string, time: number | undefined): void {
    const period = toIso(time)?.slice(0, LENGTHS[this.#length]) ?? null;
    let counts = this.#counts.get(period);
    if (counts === undefined) {
      if (this.#counts.size >= MAX_PERIODS) return;
      counts = new Map();
      this.#counts.set(period, counts);
    }
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }

  /** Returns them in the order of time; what has none comes last. */
  list(): readonly Period[] {
    return [...this.#counts]
      .map(([period, counts]) => ({
        time: period && period + MIDNIGHT.slice(period.length),
        counts: Object.fromEntries([...counts].sort(([, one], [, two]) => two - one)),
      }))
      .sort((one, two) => ((one.time ?? "~") < (two.time ?? "~") ? -1 : 1));
  }
}
