/** Returns the number of a character, as in `U+200B`. */
export function codePoint(character: string): string {
  return `U+${hex(character).toUpperCase()}`;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
}

/** Returns a character as JSON escapes it: each half of one that UTF-16 writes as two. */
export function escapeJson(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${hex(unit)}`)
    .join("");
}

/**
 * Ends a hint with how to write a character on purpose: by the escape that YAML and JSON share,
 * which has four digits.
 */
export function whereMeant(character: string): string {
  return character.length > 1
    ? ""
    : `, or "\\u${hex(character)}" in double quotation marks if it is meant`;
}
