/**
 * A text: a literal, then of each placeholder its name, the two quotation marks around it ("" where
 * it is not quoted), and the literal that follows. The literals are without these marks.
 */
export type Template = readonly string[];

/**
 * Reads a text of the table: a JSON string, or a text without its capital. A placeholder has its
 * quotation marks after its name: `{field''}`.
 */
export function toTemplate(text: string): Template {
  const whole: string =
    text[0] === '"' ? JSON.parse(text) : text.charAt(0).toUpperCase() + text.slice(1);
  return whole.split(/{(\w+)(.*?)}/);
}
