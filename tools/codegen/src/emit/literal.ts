import { escapeSteeringJson } from "../characters/steering.js";

/**
 * A value as a TypeScript literal, on one line or, with an indent, on many. No character in it
 * makes the code look other than it is.
 */
export function printLiteral(value: unknown, indent?: number): string {
  if (value === undefined) return "undefined";
  return escapeSteeringJson(JSON.stringify(value, undefined, indent));
}

/** The name of an object's member, quoted only where it has to be. */
export function printKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__" ? name : printLiteral(name);
}

/** Returns a text as it stands in a template literal. */
export function escapeTemplate(text: string): string {
  return text.replaceAll(/[\\`]|\$(?=\{)/g, "\\$&");
}
