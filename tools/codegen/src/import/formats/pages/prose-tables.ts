import { isAboutErrors, unlessOfErrors } from "../rows/about-errors.js";
import { codesAndTexts, listReading, type Row, type TableReading } from "../rows/row.js";
import type { Block } from "./block.js";
import { type CodeHead, readCodeHead } from "./code-head.js";
import { readHeaded } from "./headed-rows.js";

/** Fewer lines that begin with something like a code are chance. */
const MIN_ROWS = 3;

/**
 * Reads the errors in a page's prose: headings that begin with a code, with the lists and
 * paragraphs below them; items of lists; and lists of definitions. `topic` is what is known of the
 * page, such as its file name.
 */
export function readProse(blocks: readonly Block[], topic: string): readonly TableReading[] {
  const headed = readHeaded(blocks, topic);
  const rest = blocks.filter((block) => !headed.blocks.has(block));
  return [...headed.tables, ...readDefinitions(rest, topic), ...readItems(rest, topic)];
}

/** The lists whose items begin with a code and go on with a text. */
function readItems(blocks: readonly Block[], topic: string): TableReading[] {
  const tables: TableReading[] = [];
  let heading = "";
  let items: Block[] = [];
  const finish = () => {
    tables.push(...toItemTable(items, `${topic} ${heading}`));
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === "item") items.push(block);
    else if (block.kind === "heading" || block.kind === "term") {
      finish();
      heading = block.text;
    }
  }
  finish();
  return tables;
}

function toItemTable(items: readonly Block[], topic: string): TableReading[] {
  const found = items.map((block) => ({ block, head: readItemHead(block) }));
  const rows = found.flatMap(({ block, head }) => (head === undefined ? [] : toRow(block, head)));
  if (rows.length < MIN_ROWS || rows.length * 2 < items.length) return [];
  const unread = found.flatMap(({ block: { line, text }, head }) =>
    head === undefined ? [{ line, text }] : [],
  );
  return listReading("list", rows, COLUMNS, {
    unread,
    ...unlessOfErrors(isAboutErrors(topic)),
  });
}

const COLUMNS = codesAndTexts("the code before each text", "the text");

/** A word without a digit is a code only if the page marks it as one. */
function readItemHead({ text, isMarked }: Block): CodeHead | undefined {
  const head = readCodeHead(text) ?? readDigit(text);
  if (head === undefined || head.rest === "") return undefined;
  const isPlain = head.status !== undefined || /\d|^[A-Z_]+$/.test(head.code);
  return isMarked || isPlain ? head : undefined;
}

/** A code of one digit, which only a sign that goes before a text tells from a number in it. */
function readDigit(text: string): CodeHead | undefined {
  const [, code, rest] = /^["'`]?(-?\d)["'`]?(?:\s*[:=–—]\s*|\s+-\s+)(\S.*)$/.exec(text) ?? [];
  return code === undefined || rest === undefined ? undefined : { code, rest };
}

function toRow({ line, lastLine }: Block, { code, name, status, rest }: CodeHead): Row {
  return {
    code,
    ...(status !== undefined && { httpStatus: Number(status) }),
    message: rest,
    ...(name && { name }),
    line,
    lastLine,
    unsure: ["message"],
  };
}

/** Terms, and a definition of them. */
interface Definition {
  readonly terms: readonly Block[];
  readonly definition: Block;
}

/** The lists of definitions of a page, as one table: many pages have a list for each error. */
function readDefinitions(blocks: readonly Block[], topic: string): TableReading[] {
  const heading = blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : [])).join(" ");
  const read = pairDefinitions(blocks).map(({ terms, definition }) => ({
    definition,
    row: readDefinition(terms, definition),
  }));
  const rows = read.flatMap(({ row }) => row ?? []);
  const unread = read.flatMap(({ definition: { line, text }, row }) =>
    row === undefined ? [{ line, text }] : [],
  );
  if (rows.length < MIN_ROWS || rows.length < unread.length) return [];
  const reason = unlessOfErrors(isAboutErrors(`${topic} ${heading}`));
  return listReading("definitions", rows, COLUMNS, { unread, ...reason });
}

function pairDefinitions(blocks: readonly Block[]): Definition[] {
  const definitions: Definition[] = [];
  let terms: Block[] = [];
  let isDefined = false;
  for (const block of blocks) {
    if (block.kind === "term") {
      if (isDefined) terms = [];
      isDefined = false;
      terms.push(block);
    } else if (block.kind === "definition") {
      definitions.push({ terms, definition: block });
      isDefined = true;
    }
  }
  return definitions;
}

/** The code of a term: also a single digit, and a number with its other form behind it. */
function readTerm({ text }: Block): CodeHead | undefined {
  const [, number] = /^(-?\d{1,12})(?: \(0x[\da-f]{1,16}\))?$/i.exec(text) ?? [];
  return number === undefined ? readCodeHead(text) : { code: number, rest: "" };
}

/** The row of a definition: of several terms, a number is the code and another its name. */
function readDefinition(terms: readonly Block[], definition: Block): Row | undefined {
  const heads = terms.flatMap((term) => readTerm(term) ?? []);
  const code = heads.find((head) => /^-?\d+$|^0x/.test(head.code)) ?? heads[0];
  if (code === undefined || definition.text === "") return undefined;
  const other = heads.find((head) => head !== code)?.code;
  const name = other ?? code.name;
  return {
    code: code.code,
    message: definition.text,
    ...(name && { name }),
    line: Math.min(...terms.map(({ line }) => line)),
    lastLine: definition.lastLine,
    ...(definition.line > (terms[0]?.line ?? 0) && { ownLine: definition.line }),
    unsure: ["message"],
  };
}
