import { batchKey } from "./generated/wire.js";

/**
 * Whether a value is an object or an array as a JSON parser makes them, of this realm or another:
 * not a promise, a `Response`, a `Buffer`, a `Map`, nor an instance of any other class.
 */
export function isJsonContainer(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  if (Array.isArray(value)) return prototype === Array.prototype || Array.isArray(prototype);
  if (prototype === Object.prototype || prototype === null) return true;
  // The prototype of another realm's plain objects: it ends the chain, and has what `Object.prototype` has.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");
}

/** The members in which HTTP clients keep what no JSON parser gives: headers, a `Response`, a stream. */
const CLIENT_MEMBERS = ["headers", "response", "body"] as const;

type ClientMember = (typeof CLIENT_MEMBERS)[number];

/** Returns what is wrong with a value that no JSON parser gives as a body; undefined where nothing is. */
export function describeForeign(value: unknown): string | undefined {
  if (!isJsonContainer(value)) return describeKind(value);
  for (const key of CLIENT_MEMBERS) {
    const member = (value as { readonly [Key in ClientMember]?: unknown })[key];
    if (typeof member !== "object" || member === null || isJsonContainer(member)) continue;
    if (Object.hasOwn(value, key)) return "must be the body alone, not a client's whole response";
  }
  return hasHoles(value) ? "must be plain data" : undefined;
}

/** Whether the items of a batch have holes: a list of four thousand million of them is made in no time. */
function hasHoles(body: object): boolean {
  const items =
    batchKey === undefined ? undefined : (body as Readonly<Record<string, unknown>>)[batchKey];
  return Array.isArray(items) && Object.keys(items).length < items.length;
}

function describeKind(value: unknown): string {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (typeof value !== "object" || value === null || tag === "Object" || tag === "Array")
    return "must be an object or an array";
  return `must be an object or an array, parsed from JSON: it is of type ${tag}`;
}
