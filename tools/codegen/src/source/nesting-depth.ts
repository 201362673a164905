import { Lexer } from "yaml";

/** Catalogs need a tenth of this. */
const MAX_DEPTH = 256;

/**
 * Whether a file is nested deeper than the parsers can follow: they call themselves for each level,
 * so without a limit a hostile file would end the process.
 */
export function isNestedTooDeep(file: string, text: string): boolean {
  // Brackets inside strings do not nest. Only a lexer knows them: it is slow, and rarely needed.
  if (exceeds(text.match(/[[\]{}]/g) ?? [])) {
    const brackets = file.endsWith(".json") ? bracketsOfJson(text) : bracketsOfYaml(text);
    if (exceeds(brackets)) return true;
  }
  // Block collections nest by indentation, and lists also on one line: `- - - a`.
  return /^[-?: \t]{512}/m.test(text);
}

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
  for (const [token] of text.matchAll(/"(?:\\[\s\S]|[^"\\\n])*|[[\]{}]/g)) {
    if (!token.startsWith('"')) yield token;
  }
}

/** Marks the next token as the text of a scalar. */
const SCALAR = "\u001f";

/** The brackets of a YAML text outside its scalars and comments. */
function* bracketsOfYaml(text: string): Generator<string> {
  let previous = "";
  for (const token of new Lexer().lex(text)) {
    if (previous !== SCALAR && /^[[\]{}]$/.test(token)) yield token;
    previous = token;
  }
}
