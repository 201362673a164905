/** The number that a code stands for, if a JSON number can mean it. */
export function numericValue(code: string): number | undefined {
  if (!/^-?\d+$/.test(code)) return undefined;
  const value = Number(code);
  // -0 is 0.
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}
