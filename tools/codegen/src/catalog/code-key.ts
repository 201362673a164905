import type { Wire } from "./catalog.js";

/** Returns the same key for codes that mean the same: with numeric codes, for `1` and `0001`. */
export function codeKey(code: string, { numericCodes }: Pick<Wire, "numericCodes">): string {
  return String((numericCodes ? numericValue(code) : undefined) ?? code);
}

/** Returns the keys of the codes that mean success. */
export function successKeys(wire: Wire): ReadonlySet<string> {
  return new Set(wire.success.map((code) => codeKey(String(code), wire)));
}

/** Returns the number that a code stands for, if a JSON number can mean it. */
export function numericValue(code: string): number | undefined {
  if (!/^-?\d+$/.test(code)) return undefined;
  const value = Number(code);
  // -0 is 0.
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}
