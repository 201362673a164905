/** The first and the last of some times, in milliseconds. */
export class Span {
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** Takes a time. */
  add(time: number | undefined): void {
    if (time === undefined) return;
    if (time < this.#first) this.#first = time;
    if (time > this.#last) this.#last = time;
  }

  get first(): string | null {
    return toIso(this.#first);
  }

  get last(): string | null {
    return toIso(this.#last);
  }
}

/** Returns a time as ISO 8601, with milliseconds only where there are any; `null` for none. */
export function toIso(time: number | undefined): string | null {
  // The last milliseconds that a Date can hold.
  if (time === undefined || !(Math.abs(time) <= 8.64e15)) return null;
  return new Date(time).toISOString().replace(".000Z", "Z");
}
