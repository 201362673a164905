/** The terms for removing released entries. */
export interface Retirement {
  /** The least number of days between a release that names a sunset and the sunset; absent: 0. */
  readonly minimumDays?: number;
  readonly exceptions?: readonly RetirementException[];
}

/** An entry that may be removed before its time. */
export interface RetirementException {
  readonly name: string;
  readonly reason: string;
  /** The last day on which it counts. */
  readonly until: string;
}

/** Returns the day in UTC, as `2027-06-30`: such texts sort by time. */
export function today(): string {
  return dayOf(Date.now());
}

/** Returns the day some days after another one. */
export function addDays(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * 86_400_000);
}

/** Whether a text of the right form is a day of the calendar. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && dayOf(time) === text;
}

/** Whether the manifest accepts that an entry is removed before its time. */
export function isExcepted(
  { retirement }: { readonly retirement?: Retirement },
  name: string,
  day: string,
): boolean {
  const exceptions = retirement?.exceptions ?? [];
  return exceptions.some((each) => each.name === name && each.until >= day);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
