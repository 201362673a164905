/** The number of results that are kept, such as one for the names of each subset. */
const KEPT = 20;

/**
 * Remembers the last results of a function by the JSON of its argument, such as a schema: a catalog
 * that is read again has equal schemas that are not the same objects.
 */
export function memoizeByJson<Arg, Result extends object | string>(
  work: (arg: Arg) => Result,
): (arg: Arg) => Result {
  const results = new Map<string, Result>();
  return (arg) => {
    const json = JSON.stringify(arg);
    const result = results.get(json) ?? work(arg);
    // Those that were not asked for the longest come first.
    results.delete(json);
    results.set(json, result);
    const [oldest] = results.keys();
    if (results.size > KEPT && oldest !== undefined) results.delete(oldest);
    return result;
  };
}
