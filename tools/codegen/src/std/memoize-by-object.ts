/**
 * A function that works its result out once for each object: many rules and outputs ask for the same, and watch asks
 * again after every edit. The object must not change afterwards.
 */
export function memoizeByObject<Key extends object, Result>(
  work: (key: Key) => Result,
): (key: Key) => Result {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    const found = known.get(key) ?? { result: work(key) };
    known.set(key, found);
    return found.result;
  };
}
