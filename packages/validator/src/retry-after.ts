/** The headers of `fetch`, of axios or of Node. */
export type ResponseHeaders = { get(name: string): unknown } | Readonly<Record<string, unknown>>;

/**
 * The milliseconds of a `Retry-After` in seconds or as a date; 0 where there is none that can be
 * read. Of several, which proxies join with commas and clients list, the longest counts.
 */
export function retryAfterMs(headers: ResponseHeaders): number {
  try {
    const found =
      typeof headers.get === "function"
        ? headers.get("retry-after")
        : Object.entries(headers).find(([name]) => /^retry-after$/i.test(name))?.[1];
    const several = Array.isArray(found) ? found.slice(0, 8) : [found];
    // Only texts and numbers: to print another value may take very long.
    const value = several.filter((each) => Object(each) !== each).join();
    // Not at the comma in a date.
    return Math.max(...value.split(/,(?! ?\d\d[ -][a-z])/i, 8).map(toMs)) || 0;
  } catch {
    return 0;
  }
}

/** One value of a `Retry-After`; not a number where it cannot be read. */
function toMs(value: string): number {
  // Whole seconds by the standard; some servers send `2.0`.
  if (!/[^\d\s.]/.test(value)) return Number(value) * 1000;
  // Only dates with a time: `Date.parse` takes much else for one, such as "a 9999" for the year
  // 9999. A date of C's asctime ends with the year, and does not say that it is GMT.
  return Date.parse(/:\d\d:/.test(value) ? value.replace(/ \d{4}$/, " GMT$&") : "") - Date.now();
}
