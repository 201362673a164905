import { DEVELOPER, isDeveloperUnit } from "./text-unit.js";

/**
 * Returns the key of a text in flat formats: a message has the name of its entry, every other text
 * its field too. Names have no lower case, so the keys never collide.
 */
export function textKey(unit: string, field: string): string {
  return field === "message" || field === DEVELOPER ? unit : `${unit}_${field}`;
}

/** Returns the unit and the field that the key of a text means. */
export function parseTextKey(key: string): { readonly unit: string; readonly field: string } {
  const found =
    /^(outcomes|catalog)_(.+)$/s.exec(key) ??
    /^(.+?)_(title|paramless|description|values_.+)$/s.exec(key);
  const [, unit, field] = found ?? [];
  if (unit !== undefined && field !== undefined) return { unit, field };
  return { unit: key, field: isDeveloperUnit(key) ? DEVELOPER : "message" };
}
