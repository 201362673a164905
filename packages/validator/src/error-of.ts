import { codeKey, errorPath } from "./generated/wire.js";

/** Whether a value has an error's code where the API has it. It never throws. */
export function hasCode(item: unknown): boolean {
  try {
    return Object.hasOwn(errorOf(item), codeKey);
  } catch {
    // An item that cannot be read is invalid, and the others are read all the same.
    return false;
  }
}

/** The members of an object. */
export type Members = Readonly<Record<string, unknown>>;

const NONE: Members = {};

/** The members of an object. Nothing else in JSON has any, arrays included. */
export function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Members)
    : NONE;
}

/** What holds the code and the text of a body. */
export function errorOf(body: unknown): Members {
  let error = membersOf(body);
  for (const key of errorPath) error = membersOf(ownValue(error, key));
  return error;
}

/** A member of the object's own; undefined where it has none. */
export function ownValue(members: Members, key: string): unknown {
  const value = members[key];
  // Most are absent, and to read one is quicker than to ask whose it is.
  return value !== undefined && Object.hasOwn(members, key) ? value : undefined;
}
