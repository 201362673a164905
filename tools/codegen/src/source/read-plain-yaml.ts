import { type FlowValue, readPlainFlow } from "./plain-flow.js";
import { PLAIN_KEY, readPlainKey, readPlainScalar } from "./plain-scalar.js";

/**
 * Reads the YAML that catalogs consist of: block lists and objects, scalars of one line, folded and
 * literal texts without empty lines. It takes a tenth of the parser's time, and keeps no places.
 *
 * Returns undefined for everything else, also where a mistake or a misreading is possible: then the
 * parser reads the file, and is the one to judge it. What is returned is what the parser returns.
 */
export function readPlainYaml(text: string): unknown {
  if (ODD_TEXT.test(text)) return undefined;
  const lines = new Lines(text.split("\n"));
  const isEmpty = lines.peek() === undefined;
  const value = readBlock(lines, 0);
  return isEmpty || lines.peek() !== undefined ? undefined : value;
}

/** Matches rare or invisible characters: all but letters and signs, and spaces at line ends. */
const ODD_TEXT = /[^\n -~\p{L}\p{M}\p{N}\p{P}\p{S}]| $/mu;

/** The lines of a document. */
class Lines {
  readonly #lines: string[];
  #at = 0;

  constructor(lines: string[]) {
    this.#lines = lines;
  }

  /** Returns the next line that is neither empty nor a comment; undefined at the end. */
  peek(): string | undefined {
    for (;;) {
      const line = this.#lines[this.#at];
      if (line === undefined || (line !== "" && !COMMENT.test(line))) return line;
      this.#at += 1;
    }
  }

  /** Returns the next line, whatever it is. */
  peekRaw(): string | undefined {
    return this.#lines[this.#at];
  }

  skip(): void {
    this.#at += 1;
  }

  /** Puts another line in the place of the next one. */
  replace(line: string): void {
    this.#lines[this.#at] = line;
  }
}

const COMMENT = /^ *#/;

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === SPACE) indent += 1;
  return indent;
}

const SPACE = 0x20;

/** Reads the list or the object whose lines have an indent. */
function readBlock(lines: Lines, indent: number): unknown {
  return lines.peek()?.startsWith("- ", indent) ? readList(lines, indent) : readMap(lines, indent);
}

function readList(lines: Lines, indent: number): unknown {
  const items: unknown[] = [];
  for (;;) {
    const line = lines.peek();
    if (line === undefined || indentOf(line) < indent) return items;
    // The next member of the object that the list is in, or a line that is indented too far.
    if (!line.startsWith("- ", indent)) return items;
    const item = readItem(lines, line, indent);
    if (item === undefined) return undefined;
    items.push(item);
  }
}

function readItem(lines: Lines, line: string, indent: number): unknown {
  const inner = indent + 2 + indentOf(line.slice(indent + 2));
  const text = line.slice(inner);
  if (MEMBER.test(text)) {
    // The object begins on the line of the dash.
    lines.replace(" ".repeat(inner) + text);
    return readMap(lines, inner);
  }
  lines.skip();
  return readInline(withoutComment(text));
}

const MEMBER = new RegExp(`^( *)(${PLAIN_KEY}):(?: +(.*))?$`);

function readMap(lines: Lines, indent: number): unknown {
  const map: Record<string, unknown> = {};
  for (;;) {
    const line = lines.peek();
    if (line === undefined || indentOf(line) < indent) return map;
    const [, spaces, rawKey = "", text = ""] = MEMBER.exec(line) ?? [];
    if (spaces?.length !== indent) return undefined;
    const key = readPlainKey(rawKey);
    if (key === undefined || Object.hasOwn(map, key)) return undefined;
    lines.skip();
    const value = readMember(lines, text, indent);
    if (value === undefined) return undefined;
    map[key] = value;
  }
}

/** Reads the value of a member of an object: what follows its name, or the lines below it. */
function readMember(lines: Lines, rest: string, indent: number): unknown {
  const text = withoutComment(rest);
  if (BLOCK_TEXT.test(text)) return readBlockText(lines, text, indent);
  if (text !== "") return readInline(text);
  const next = lines.peek();
  const inner = next === undefined ? -1 : indentOf(next);
  if (inner > indent) return readBlock(lines, inner);
  return inner === indent && next?.startsWith("- ", indent) ? readList(lines, indent) : undefined;
}

const BLOCK_TEXT = /^[|>]-?$/;

/** Reads a folded or literal text: lines of one indent, and then no others that are deeper. */
function readBlockText(lines: Lines, header: string, indent: number): string | undefined {
  const isFolded = header.startsWith(">");
  const inner = indentOf(lines.peekRaw() ?? "");
  if (inner <= indent) return undefined;
  const texts: string[] = [];
  for (let line = lines.peekRaw(); line !== undefined; line = lines.peekRaw()) {
    const at = indentOf(line);
    if (at < inner) break;
    if (isFolded && at > inner) return undefined;
    texts.push(line.slice(inner));
    lines.skip();
  }
  while (lines.peekRaw() === "") lines.skip();
  if (indentOf(lines.peekRaw() ?? "") > indent) return undefined;
  return texts.join(isFolded ? " " : "\n") + (header.endsWith("-") ? "" : "\n");
}

/** Returns a value without the comment behind it, which has a space after its sign. */
function withoutComment(text: string): string {
  if (!text.includes("# ")) return text;
  return text.startsWith("# ") ? "" : (COMMENTED.exec(text)?.[1] ?? text);
}

/** Matches a value and a comment: a quoted scalar, a list or object, or any other. */
const COMMENTED =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[{](?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'#])*|[^"'[{].*?)(?<! ) +# /;

/** Reads a value that is on one line. */
function readInline(text: string): FlowValue | undefined {
  return /^[[{]/.test(text) ? readPlainFlow(text) : readPlainScalar(text);
}
