import { codePoint, escapeJson } from "./code-point.js";

/**
 * The characters that change how an editor or a terminal shows what is around them: controls,
 * overrides of the writing direction, and what some programs take for the end of a line. Controls
 * are written as ranges, which are faster than Cc.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is found.
const STEERING = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;

/** Returns a text with a name in the place of each such character. */
export function showSteering(text: string): string {
  return text.replace(STEERING, (character) => `<${codePoint(character)}>`);
}

/** Returns a JSON text with an escape in the place of each such character. */
export function escapeSteeringJson(json: string): string {
  return json.replace(STEERING, escapeJson);
}
