import { inheritsNone } from "./generated/inherited.js";
import { isJsonContainer } from "./json-data.js";

/** The own members of an object, to be read by name. */
export type Members = Readonly<Record<string, unknown>>;

/** No members. */
export const NO_MEMBERS: Members = { __proto__: null } as Members;

/**
 * Returns the own members of a value that a JSON parser makes; undefined where no JSON parser makes
 * it. An array has none.
 *
 * They are the object itself where it inherits none of the members that are read by name, as nearly
 * always, and else a copy without a prototype: to read a member is quicker than to ask whose it is.
 */
export function membersOf(value: unknown): Members | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    // Quicker than `Object.getPrototypeOf`. Where a runtime has it not, the copy is read.
    const { __proto__: prototype } = value as { readonly __proto__?: unknown };
    if (prototype === Object.prototype && inheritsNone()) return value as Members;
  } catch {
    // `node --disable-proto=throw` forbids it.
  }
  if (!isJsonContainer(value)) return undefined;
  if (Array.isArray(value)) return NO_MEMBERS;
  // Not by spreading, which leaves out what is not enumerable: `code` may be.
  return Object.create(null, Object.getOwnPropertyDescriptors(value)) as Members;
}
