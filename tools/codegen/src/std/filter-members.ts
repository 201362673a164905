/** Returns an object with those members whose names are kept. */
export function filterMembers<Value>(
  members: Readonly<Record<string, Value>>,
  isKept: (name: string) => boolean,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(members).filter(([name]) => isKept(name)));
}
