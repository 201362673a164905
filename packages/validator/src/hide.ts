/**
 * Defines a member that is not printed: it is not enumerable, and `%o`, which prints such members
 * too, shows of a getter only that it is one.
 */
export function hide(object: object, name: PropertyKey, value: unknown): void {
  const descriptor = { __proto__: null, get: () => value };
  Object.defineProperty(object, name, descriptor as PropertyDescriptor);
}
