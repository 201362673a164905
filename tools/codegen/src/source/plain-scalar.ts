import { IMPLICIT_TYPES } from "./implicit-types.js";

/** A name of an object's member that needs no escapes, as the source of a regular expression. */
export const PLAIN_KEY: string = String.raw`"[^"\\]{0,100}"|[A-Za-z_$][\w$.-]{0,100}`;

/** Returns such a name; undefined where it is not a text in some version of YAML, or is special. */
export function readPlainKey(raw: string): string | undefined {
  const key = raw.startsWith('"') ? raw.slice(1, -1) : isText(raw) ? raw : undefined;
  return key === "__proto__" ? undefined : key;
}

/**
 * Reads a scalar of one line that every reader of YAML understands alike: a text, a decimal
 * integer, `true`, `false` or `null`. Returns undefined for every other.
 */
export function readPlainScalar(raw: string): string | number | boolean | null | undefined {
  if (raw.startsWith('"')) return JSON_STRING.test(raw) ? (JSON.parse(raw) as string) : undefined;
  if (raw.startsWith("'"))
    return SINGLE_QUOTED.test(raw) ? raw.slice(1, -1).replaceAll("''", "'") : undefined;
  if (!PLAIN_START.test(raw) || ENDS_PLAIN.test(raw)) return undefined;
  if (isText(raw)) return raw;
  return WORD_OR_INTEGER.test(raw) ? (JSON.parse(raw) as number | boolean | null) : undefined;
}

const JSON_STRING = /^"(?:[^"\\]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"$/;
const SINGLE_QUOTED = /^'(?:[^']|'')*'$/;

/** No sign that YAML or a person may take for something else. */
const PLAIN_START = /^(?:-[\p{L}\p{N}]|[\p{L}\p{N}_$(/.+<])/u;

/** Matches what ends an unquoted text, or makes it the name of a member. */
const ENDS_PLAIN = /: | #|:$/;

const WORD_OR_INTEGER = /^(?:true|false|null|0|-?[1-9]\d{0,14})$/;

/** Whether an unquoted scalar is a text in YAML 1.1 and in YAML 1.2. */
function isText(raw: string): boolean {
  return !NO_TEXT.test(raw);
}

const NO_TEXT = new RegExp(
  Object.values(IMPLICIT_TYPES)
    .flat()
    .map(({ source }) => source)
    .join("|"),
);
