/** The time that something takes: the median of all rounds, and the distance between these. */
export interface Timing {
  /** In the unit of the measurements. */
  readonly median: number;
  /** The width of the middle half of the rounds, as a share of the median. */
  readonly spread: number;
}

/** Above this, a run says that it is noisy. */
const NOISY = 0.15;

/** Returns the median of measurements, and their spread. */
export function timingOf(values: readonly number[]): Timing {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { median: at(0.5), spread: (at(0.75) - at(0.25)) / at(0.5) };
}

/** Says how far the rounds of a section lie apart, and that it is noisy where they do. */
export function describeSpread(spreads: readonly number[]): string {
  const sorted = spreads.toSorted((a, b) => a - b);
  const percent = (spread = Number.NaN) => `${(spread * 100).toFixed(0)} %`;
  const median = sorted[sorted.length >> 1] ?? Number.NaN;
  const told = `The middle half of the rounds of a figure lies within ${percent(median)} of its median, or ${percent(sorted.at(-1))} where it lies furthest apart.`;
  // Not `median > NOISY`: what is not a number is not good either.
  return median <= NOISY
    ? told
    : `${told} **This run is noisy**: the machine did other work. Measure again when it is quiet.`;
}
