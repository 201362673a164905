/**
 * Whether a value is an object or an array as a JSON parser makes them, of this realm or another:
 * not a promise, a `Response`, a `Buffer`, a `Map`, nor an instance of any other class.
 */
export function isJsonContainer(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  if (Array.isArray(value)) return Array.isArray(prototype);
  // The prototype of another realm's plain objects: it ends the chain, and has what
  // `Object.prototype` has.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");
}

/**
 * The members in which HTTP clients keep what no JSON parser returns: headers, a `Response`, a
 * stream.
 */
interface ClientMembers {
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly headers?: unknown;
  readonly response?: unknown;
  readonly body?: unknown;
}

/** Whether an object is a client's whole response: its body was meant. */
export function isClientResponse(value: ClientMembers): boolean {
  const { status, statusCode, headers, response, body } = value;
  if (isForeign(headers) || isForeign(response) || isForeign(body)) return true;
  // axios and superagent keep their headers in plain objects.
  const hasStatus = typeof status === "number" || typeof statusCode === "number";
  return hasStatus && typeof headers === "object" && headers !== null;
}

function isForeign(member: unknown): boolean {
  // Most bodies lack it, and to call `Object` takes half the time of reading a success.
  return member !== undefined && Object(member) === member && !isJsonContainer(member);
}

/**
 * Whether a long list has holes. JSON has none, and four thousand million of them are made in no
 * time.
 */
export function hasHoles(items: readonly unknown[]): boolean {
  // Longer than any answer: only then are holes looked for.
  const many = 100_000;
  return items.length > many && Object.keys(items).length < items.length;
}

/** The fault of a value that cannot be a body. */
export const NOT_A_BODY = "must be a body parsed from JSON: an object or an array";
