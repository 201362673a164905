import type { Wire } from "./catalog.js";

/** What two codes have in common that mean the same on the wire: with numeric codes `1` is `0001`. */
export function codeKey(code: string, { numericCodes }: Pick<Wire, "numericCodes">): string {
  return String((numericCodes ? numericValue(code) : undefined) ?? code);
}

/** The number that a code stands for, if a JSON number can mean it. */
export function numericValue(code: string): number | undefined {
  if (!/^-?\d+$/.test(code)) return undefined;
  const value = Number(code);
  // -0 is 0.
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}
