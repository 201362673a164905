import { isAboutErrors, unlessOfErrors } from "../rows/about-errors.js";
import { type LabeledText, readLabeled } from "../rows/headings.js";
import { isStatus, readStatus } from "../rows/read-status.js";
import { codesAndTexts, listReading, type Row, type TableReading, unsureOf } from "../rows/row.js";
import type { Block } from "./block.js";
import { type CodeHead, readCodeHead } from "./code-head.js";

/** A heading with a code, and what follows it up to the next heading. */
interface Section {
  readonly heading: Block;
  readonly head: CodeHead;
  readonly body: readonly Block[];
}

/** The tables of the headings with codes, and the blocks that are in them. */
interface Headed {
  readonly tables: readonly TableReading[];
  readonly blocks: ReadonlySet<Block>;
}

/** Fewer headings that begin with something like a code are chance. */
const MIN_HEADINGS = 3;

/** Reads the headings of each level that begin with a code, with the texts below them. */
export function readHeaded(blocks: readonly Block[], topic: string): Headed {
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const heads = readHeads(headings);
  const sections = splitSections(blocks, heads);
  const others = headings.filter((heading) => !heads.has(heading));
  const about = [topic, ...others.map(({ text }) => text)].join(" ");
  const tables: TableReading[] = [];
  const read = new Set<Block>();
  for (const level of [1, 2, 3, 4, 5, 6]) {
    const ofLevel = sections.filter(({ heading }) => heading.level === level);
    const sameLevel = others.filter((heading) => heading.level === level);
    if (ofLevel.length < MIN_HEADINGS || ofLevel.length < sameLevel.length) continue;
    const parts = withoutKinds(ofLevel).map((section) => {
      const rows = toRows(section);
      return { rows, unread: itemsBehind(rows, section.body) };
    });
    const rows = parts.flatMap((part) => part.rows);
    const table = listReading("headings", rows, COLUMNS, {
      unread: parts.flatMap(({ unread }) => unread),
      ...unlessOfErrors(isCertain(ofLevel, about)),
    });
    tables.push(...table);
    for (const { heading, body } of ofLevel)
      for (const block of [heading, ...body]) read.add(block);
  }
  return { tables, blocks: read };
}

const COLUMNS = codesAndTexts("the heading", "the text below it");

/**
 * The items of a section's list behind those that its rows cite: if a list is all that is below a
 * heading with a text of its own, each item may be another text of the code.
 */
function itemsBehind(rows: readonly Row[], body: readonly Block[]): readonly Block[] {
  const [first] = body;
  const last = Math.max(0, ...rows.map(({ lastLine }) => lastLine));
  if (first?.kind !== "item") return [];
  return body.filter(({ kind, line }) => kind === "item" && line > last);
}

/** Headings that are HTTP statuses alone describe the statuses, not the errors, of an API. */
function isCertain(sections: readonly Section[], about: string): boolean {
  return isAboutErrors(about) && !sections.every(({ head: { code } }) => isStatus(code));
}

/**
 * Leaves out what headings say beside their codes if it is only a few words for the kind of each,
 * and each has a text of its own below it.
 */
function withoutKinds(sections: readonly Section[]): readonly Section[] {
  const kinds = sections.map(({ head: { rest, name = "" } }) => rest || name);
  const areKinds =
    !kinds.includes("") &&
    new Set(kinds).size * MOST_ALIKE <= sections.length &&
    sections.every(({ body }) => body.some(({ kind }) => kind !== "code"));
  if (!areKinds) return sections;
  return sections.map((section) => ({ ...section, head: { code: section.head.code, rest: "" } }));
}

/** Headings that say the texts of errors have no more of the same. */
const MOST_ALIKE = 4;

/** The codes of headings. One word alone is a code among others in capitals, or in small letters. */
function readHeads(headings: readonly Block[]): ReadonlyMap<Block, CodeHead> {
  const heads = new Map<Block, CodeHead>();
  for (const heading of headings) {
    const head = readCodeHead(heading.text);
    if (head !== undefined) heads.set(heading, head);
  }
  const codes = [...heads].map(([{ level }, { code }]) => ({ level, code }));
  for (const heading of headings) {
    const word = heads.has(heading) ? undefined : readWord(heading.text);
    const letters = LETTERS.find((each) => word !== undefined && each.test(word.code));
    if (word === undefined || letters === undefined) continue;
    const alike = codes.filter(({ level, code }) => level === heading.level && letters.test(code));
    if (alike.length >= MIN_HEADINGS) heads.set(heading, word);
  }
  return heads;
}

/** A word that is all of a heading, but for a number in parentheses: `INTERNAL (13)`. */
function readWord(text: string): CodeHead | undefined {
  const [, code, number] =
    /^["'`]?([A-Za-z][A-Za-z0-9]+)["'`]?(?:\s*\((-?\d+|0x[\da-f]+)\))?$/i.exec(text) ?? [];
  return code === undefined ? undefined : { code, number, rest: "" };
}

const LETTERS = [/^[A-Z][A-Z0-9_]*$/, /^[a-z][a-z0-9_]*$/];

function splitSections(blocks: readonly Block[], heads: ReadonlyMap<Block, CodeHead>): Section[] {
  const sections: (Section & { readonly body: Block[] })[] = [];
  let open: Block[] | undefined;
  for (const block of blocks) {
    if (block.kind !== "heading") {
      open?.push(block);
      continue;
    }
    const head = heads.get(block);
    open = head === undefined ? undefined : [];
    if (head !== undefined && open !== undefined)
      sections.push({ heading: block, head, body: open });
  }
  return sections;
}

/** A part of a section with a label before it. */
interface Labeled extends LabeledText {
  readonly block: Block;
}

/**
 * The rows of a section. Each item of its list is a text of the code, unless labels say what the
 * items are.
 */
function toRows({ heading, head, body }: Section): Row[] {
  const labeled = body.flatMap((block) => readLabel(block) ?? []);
  const byColumn = new Map(labeled.map((each) => [each.column, each]));
  const isLabeled = new Set(labeled.map(({ block }) => block));
  const prose = body.filter((block) => block.kind !== "code" && !isLabeled.has(block));
  const items = prose.filter(({ kind }) => kind === "item");
  const [first] = prose;
  const message = byColumn.get("message");
  const { code, isSure, ...numbered } = readNumber(head);
  const status = readStatus(byColumn.get("httpStatus")?.text ?? numbered.status);
  const name = byColumn.get("name")?.text ?? numbered.name;
  const rowOf = (text: string, blocks: readonly Block[], description?: string): Row => {
    const own = blocks[0]?.line ?? heading.line;
    return {
      code,
      ...(typeof status === "number" && { httpStatus: status }),
      message: withoutCode(text, head.code),
      ...(description !== undefined && { description }),
      ...(name && { name }),
      line: heading.line,
      lastLine: Math.max(heading.lastLine, ...blocks.map(({ lastLine }) => lastLine)),
      ...(own > heading.line && { ownLine: own }),
      unsure: unsureOf({ code: !isSure, message: message === undefined, description: true }),
    };
  };
  const described = byColumn.get("description");
  const description = described?.text ?? (head.rest === "" ? undefined : first?.text);
  const sources = labeled.map(({ block }) => block);
  const descriptionBlock =
    described === undefined && description !== undefined && first ? [first] : [];
  if (message !== undefined)
    return [rowOf(message.text, [...sources, ...descriptionBlock], description)];
  if (head.rest !== "") return [rowOf(head.rest, [...descriptionBlock, ...sources], description)];
  if (described !== undefined) return [rowOf(described.text, sources)];
  if (items.length > 0 && items.length === prose.length)
    return items.map((item) => rowOf(item.text, [item]));
  return [rowOf(first?.text ?? "", first === undefined ? [] : [first])];
}

/** What a heading calls its error. The API sends a number that is not a status, or the name. */
function readNumber({ code, name, number = "", status = number }: CodeHead) {
  if (number === "" || isStatus(number)) return { code, name, status, isSure: true };
  return { code: number, name: code, status: "", isSure: false };
}

/** A text without its own code before it: `1001 - Order not found`. */
function withoutCode(text: string, code: string): string {
  const rest = text.startsWith(code) ? text.slice(code.length) : "";
  const mark = /^\s*[-–—:]\s+(?=\S)/.exec(rest)?.[0] ?? "";
  return mark === "" ? text : rest.slice(mark.length);
}

/** A block that says by a word before a colon what it holds; undefined for any other. */
function readLabel(block: Block): Labeled | undefined {
  if (block.kind === "code" || block.kind === "heading") return undefined;
  const labeled = readLabeled(block.text);
  return labeled === undefined || labeled.column === "code" ? undefined : { ...labeled, block };
}
