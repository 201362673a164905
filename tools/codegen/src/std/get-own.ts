/** What stands in an object under a name that comes from a file: none that every object has by itself, as `constructor`. */
export function getOwn<T>(object: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
