/**
 * A text: a literal, then of each placeholder its name, the two quotation marks around it ("" where
 * it is not quoted), and the literal that follows. The literals are without these marks.
 */
export type Template = readonly string[];

/**
 * Reads a text of the table: a JSON string, or a text without its capital. A digit in it is a word
 * of the error's name, after a blank. A placeholder has its quotation marks after its name:
 * `{field''}`.
 */
export function toTemplate(text: string, words: readonly string[]): Template {
  const small = text.replace(/\d/g, (at) => ` ${words[Number(at)]}`).trim();
  const whole: string =
    text[0] === '"' ? JSON.parse(text) : small.charAt(0).toUpperCase() + small.slice(1);
  return whole.split(/{(\w+)(.*?)}/);
}
