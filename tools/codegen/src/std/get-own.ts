/**
 * Returns the member with a name that comes from a file; undefined for what every object inherits,
 * such as `constructor`.
 */
export function getOwn<T>(object: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
