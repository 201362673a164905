/**
 * Returns an object without the members that every object has because somebody changed
 * `Object.prototype`: a `method` or a `status` from there says nothing of a request or a response.
 */
export function unpolluted<Value extends object>(value: Value): Value {
  if (Object.keys(Object.prototype).length === 0) return value;
  const copy = { __proto__: null } as Record<string, unknown>;
  let holder: object | null = value;
  // A client's own classes keep members in their prototypes.
  while (holder !== null && holder !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(holder))
      copy[name] = (value as Record<string, unknown>)[name];
    holder = Object.getPrototypeOf(holder);
  }
  return copy as Value;
}
