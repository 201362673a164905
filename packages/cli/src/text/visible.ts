/** Matches characters that nobody sees, steer a terminal or forge a line. Emoji need the others. */
const UNSEEN =
  /(?!\u200c|\u200d|\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Returns a text of strangers as it may be printed on one line: at most `length` characters. */
export function visible(text: string, length = 300): string {
  const short = text.length > length ? `${text.slice(0, length - 1)}…` : text;
  return short.replace(UNSEEN, "\ufffd");
}

/** Prints a value as JSON, with escapes for what nobody sees. */
export function printJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(UNSEEN, (character) =>
    character === "\n" ? character : escapeUnits(character),
  );
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
