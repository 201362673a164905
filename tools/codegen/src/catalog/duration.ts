const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Returns the milliseconds of an ISO 8601 duration in days, hours, minutes and seconds. */
export function durationMs(duration = "PT0S"): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(duration) ?? [];
  const wholeHours = Number(days) * 24 + Number(hours);
  return ((wholeHours * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
