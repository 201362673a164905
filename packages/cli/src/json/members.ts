/** A record of a capture, as its members are looked up. */
export type Members = Readonly<Record<string, unknown>>;

/** Returns an object's members; undefined for anything else. */
export function membersOf(value: unknown): Members | undefined {
  return typeof value === "object" && value !== null ? (value as Members) : undefined;
}

/** Returns the first of some own members that is not undefined. */
export function firstOf(members: Members, names: readonly string[]): unknown {
  for (const name of names) {
    const value = members[name];
    if (value !== undefined && Object.hasOwn(members, name)) return value;
  }
  return undefined;
}

/** Returns a text; journald writes one with colors as the list of its bytes. */
export function toText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const isBytes = Array.isArray(value) && value.length > 0 && value.every(Number.isInteger);
  return isBytes ? new TextDecoder().decode(Uint8Array.from(value)) : undefined;
}

/** Returns what stands at a path, such as `response.body` or `calls.0.answer`; `.` is the whole. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === ".") return value;
  let found = value;
  for (const name of path.split(".")) {
    const members = membersOf(found);
    if (members === undefined || !Object.hasOwn(members, name)) return undefined;
    found = members[name];
  }
  return found;
}
