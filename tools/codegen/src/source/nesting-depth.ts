import { yamlLibrary } from "./yaml-library.js";

/** The message for a file that is nested too deep. */
export const TOO_DEEP = "is nested too deep to be read";

/** Catalogs need a tenth of this. */
const MAX_DEPTH = 256;

/**
 * Whether a JSON text is nested deeper than the parsers can follow: they call themselves for each
 * level, so without a limit a hostile file would end the process.
 */
export function isJsonTooDeep(text: string): boolean {
  return exceeds(text.match(BRACKETS) ?? []) && exceeds(bracketsOfJson(text));
}

/** The same of a YAML text. */
export function isYamlTooDeep(text: string): boolean {
  // Brackets inside strings do not nest, and only the lexer knows them: it is slow, and rarely
  // asked.
  if (exceeds(text.match(BRACKETS) ?? []) && exceeds(bracketsOfYaml(text))) return true;
  // Block collections nest by indentation, and lists also on one line: `- - - a`.
  return /^[-?: \t]{512}/m.test(text);
}

const BRACKETS = /[[\]{}]/g;

function exceeds(brackets: Iterable<string>): boolean {
  let depth = 0;
  for (const bracket of brackets) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** The brackets of a JSON text outside its strings. A string ends with its line at the latest. */
function* bracketsOfJson(text: string): Generator<string> {
  for (const [token] of text.matchAll(/"(?:\\[\s\S]|[^"\\\n])*"?|[[\]{}]/g)) {
    if (!token.startsWith('"')) yield token;
  }
}

/** The brackets of a YAML text outside its scalars and comments: each is a token of its own. */
function* bracketsOfYaml(text: string): Generator<string> {
  const { Lexer } = yamlLibrary();
  for (const token of new Lexer().lex(text)) if (/^[[\]{}]$/.test(token)) yield token;
}
