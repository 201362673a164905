/** A character by its number, `U+200B`. */
export function codePoint(character: string): string {
  return `U+${hex(character).toUpperCase()}`;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
}

/** How a character is written where it is meant, to end a hint: by the escape that YAML and JSON share. Beyond four digits they have none in common. */
export function whereMeant(character: string): string {
  return character.length > 1
    ? ""
    : `, or "\\u${hex(character)}" in double quotation marks where it is meant`;
}
